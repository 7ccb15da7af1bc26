"""Saving: an executed notebook into autograded/ and feedback/, its points into the gradebook."""

import base64
import datetime
import mimetypes
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from coursework.cells import is_own
from grading.course import Course
from grading.gradebook import transaction
from grading.submission.brought import SECRET
from grading.submission.exchange import all_or_nothing
from grading.submission.feedback import feedback_page
from grading.submission.points import save_points
from grading.submission.which_notebook import is_in
from grading.times import STAMP, read_stamp

MOST_OF_A_SECRET = 1024  # bytes


def save(
    course: Course, exercise: str, student: str, notebook: NotebookNode, folder: Path
) -> None:
    """Save what `notebook` earned, handed in by `student` in `folder`: all of it or nothing.

    The graded notebook and the feedback are written first, and the points are saved last.
    """
    time = time_of(course, folder)
    graded = course.notebook_path("autograded", exercise, student)
    page = course.feedback_path(exercise, student)
    nbformat.validate(notebook)
    with all_or_nothing(graded.parent) as exchange, transaction(course) as gradebook:
        gradebook.update_or_create_student(student)
        times = {"timestamp": time} if time else {}
        gradebook.update_or_create_submission(exercise, student, **times)
        save_points(course, gradebook, exercise, student, notebook)
        html = feedback_page(course, gradebook, exercise, student, notebook)
        contents: dict[Path, bytes | None] = {
            graded: f"{nbformat.writes(notebook)}\n".encode(),
            page: html.encode(),
        }
        for place in (graded.parent, page.parent):
            contents[place / STAMP] = f"{time} UTC\n".encode() if time else None
            contents[place / SECRET] = secret_of(folder)
        exchange.put(contents | pictures(notebook, folder, graded.parent))
        graded.chmod(0o444)


def pictures(
    notebook: NotebookNode, handed_in: Path, place: Path
) -> dict[Path, bytes | None]:
    """The pictures that came as files and that texts show, for the formgrader's page.

    Each was checked to be what its name will have it served as. What an earlier submission
    has left at the place goes.
    """
    there = [path for path in place.glob("*") if path.is_file()]
    contents: dict[Path, bytes | None] = {
        path: None for path in there if kind_by_name(path.name).startswith("image/")
    }
    for cell in filter(is_own, notebook.cells):
        for name, forms in cell.get("attachments", {}).items():
            coded, path = forms.get(kind_by_name(name)), place / name
            came = path.parent == place and is_in(handed_in, handed_in / name)
            if coded and came and not path.is_dir():
                contents[path] = base64.b64decode(coded)
    return contents


def kind_by_name(name: str) -> str:
    """The media type that a server of files gives by the name."""
    return mimetypes.guess_type(name)[0] or ""


def time_of(course: Course, folder: Path) -> datetime.datetime | None:
    """When it was handed in; None if nothing readable says so."""
    return read_stamp(folder).time


def secret_of(handed_in: Path) -> bytes | None:
    """What `nbgrader submit` has put beside a submission, if it has.

    The exchange gives feedback to whoever knows it, so it has to come along from here.
    """
    secret = handed_in / SECRET
    if is_in(handed_in, secret) and secret.stat().st_size <= MOST_OF_A_SECRET:
        return secret.read_bytes()
    return None
