"""Saving: an executed notebook into autograded/ and feedback/, its points into the gradebook."""

import base64
import mimetypes
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from coursework.cells import is_own
from grading.gradebook import transaction
from grading.submission.exchange import all_or_nothing
from grading.submission.feedback import feedback_page
from grading.submission.folder import SECRET, Submission
from grading.submission.points import save_points
from grading.times import STAMP


def save(submission: Submission, notebook: NotebookNode) -> None:
    """Save what a submission's executed `notebook` earned: all of it or nothing.

    The graded notebook and the feedback are written first, and the points are saved last.
    """
    time, secret = submission.time, submission.secret
    graded, page = submission.graded, submission.page
    nbformat.validate(notebook)
    with (
        all_or_nothing(graded.parent) as exchange,
        transaction(submission.course) as gradebook,
    ):
        gradebook.update_or_create_student(submission.student)
        times = {"timestamp": time} if time else {}
        gradebook.update_or_create_submission(
            submission.exercise, submission.student, **times
        )
        save_points(submission, gradebook, notebook)
        html = feedback_page(submission, gradebook, notebook)
        contents: dict[Path, bytes | None] = {
            graded: f"{nbformat.writes(notebook)}\n".encode(),
            page: html.encode(),
        }
        for place in (graded.parent, page.parent):
            contents[place / STAMP] = f"{time} UTC\n".encode() if time else None
            contents[place / SECRET] = secret
        exchange.put(contents | pictures(submission, notebook))
        graded.chmod(0o444)


def pictures(
    submission: Submission, notebook: NotebookNode
) -> dict[Path, bytes | None]:
    """The pictures that came as files and that texts show, for the formgrader's page.

    Each was checked to be what its name will have it served as. What an earlier submission
    has left at the place goes.
    """
    place = submission.graded.parent
    there = [path for path in place.glob("*") if path.is_file()]
    contents: dict[Path, bytes | None] = {
        path: None for path in there if kind_by_name(path.name).startswith("image/")
    }
    for cell in filter(is_own, notebook.cells):
        for name, forms in cell.get("attachments", {}).items():
            coded, path = forms.get(kind_by_name(name)), place / name
            came = path.parent == place and submission.holds(name)
            if coded and came and not path.is_dir():
                contents[path] = base64.b64decode(coded)
    return contents


def kind_by_name(name: str) -> str:
    """The media type that a server of files gives by the name."""
    return mimetypes.guess_type(name)[0] or ""
