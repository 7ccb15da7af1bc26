"""Saving: the points of an executed notebook into the gradebook, the notebook into autograded/."""

import datetime
import os
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.api import MissingEntry
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades

from coursework.cells import is_test
from grading.course import Course, CourseError
from grading.times import read_stamp
from grading.which_notebook import is_in

MOST_OF_A_SECRET = 1024  # bytes


def check_gradebook(course: Course, exercise: str) -> None:
    """Refuse an exercise whose tests the gradebook does not know."""
    wanted = {
        cell.metadata.nbgrader.grade_id
        for cell in course.read_notebook("source", exercise).cells
        if is_test(cell)
    }
    with course.nbgrader.gradebook as gradebook:
        try:
            notebook = gradebook.find_notebook(exercise, exercise)
            known = {cell.name for cell in notebook.grade_cells}
        except MissingEntry:
            known = set()
    if not wanted <= known:
        missing = ", ".join(sorted(wanted - known)) if known else "the exercise"
        raise CourseError(
            f"{exercise}: the gradebook does not know {missing}. Enter it first: "
            f"nbgrader generate_assignment {exercise} --create --force"
        )


def save(
    course: Course, exercise: str, student: str, notebook: NotebookNode, folder: Path
) -> None:
    """Save what `notebook` earned, handed in by `student` in `folder`.

    Every test's points are set anew; what was marked by hand stays.
    """
    time = time_of(course, folder)
    with course.nbgrader.gradebook as gradebook:
        gradebook.update_or_create_student(student)
        times = {"timestamp": time} if time else {}
        gradebook.update_or_create_submission(exercise, student, **times)
    resources = {
        "nbgrader": {
            "student": student,
            "assignment": exercise,
            "notebook": exercise,
            "db_url": course.nbgrader.coursedir.db_url,
        }
    }
    for step in (SaveAutoGrades, AssignLatePenalties):
        notebook, resources = step(config=course.settings).preprocess(
            notebook, resources
        )
    path = course.notebook_path("autograded", exercise, student)
    write(notebook, path, time)
    keep_secret(folder, path.parent)


def time_of(course: Course, folder: Path) -> datetime.datetime | None:
    """When it was handed in; None if nothing readable says so."""
    return read_stamp(folder).time


def write(notebook: NotebookNode, path: Path, time: datetime.datetime | None) -> None:
    """Write the graded notebook, all of it or nothing, with its time of handing in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    half.unlink(missing_ok=True)  # of a grader that was killed: read-only
    half.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    half.chmod(0o444)
    os.replace(half, path)
    stamp = path.parent / "timestamp.txt"
    stamp.unlink(missing_ok=True)
    if time:
        stamp.write_text(f"{time} UTC\n", encoding="utf-8")


def keep_secret(handed_in: Path, graded: Path) -> None:
    """Keep what `nbgrader submit` has put beside a hand-in.

    The exchange gives feedback to whoever knows it, so it has to come along from here.
    """
    secret, kept = (folder / "submission_secret.txt" for folder in (handed_in, graded))
    kept.unlink(missing_ok=True)
    if is_in(handed_in, secret) and secret.stat().st_size <= MOST_OF_A_SECRET:
        kept.write_bytes(secret.read_bytes())
