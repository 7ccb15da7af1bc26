"""What a student can expect after the feedback: marks by hand, or a chance to hand in again."""

import datetime

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import determine_grade, is_grade, is_solution

from coursework.cells import UNREADABLE

MOMENT = "%d %B %Y, %H:%M UTC"
ADVICE = {
    "missing": "Hand in the notebook in which you have worked, the file {exercise}.ipynb",
    "malformed": "Mend the file as it says above, and hand in {exercise}.ipynb once more",
    "another exercise": "Hand in your notebook of {exercise}, the file {exercise}.ipynb",
}


class WhatToExpect(NbGraderPreprocessor):
    """Notes which points wait for a mark by hand, and what to do where nothing was read.

    ``metadata.nbgrader.waits`` of a written answer; ``waiting`` (points) and ``to_do`` (a
    sentence) in ``metadata.grading``.
    """

    def preprocess(self, nb: NotebookNode, resources: dict):
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            marked, due = read(gradebook, names["assignment"], names["student"])
        marks = nb.metadata.setdefault("grading", NotebookNode())
        marks.waiting = 0.0
        for cell in nb.cells:
            if is_grade(cell) and is_solution(cell):
                waits = determine_grade(cell)[0] is None
                waits = waits and cell.metadata.nbgrader.grade_id not in marked
                cell.metadata.nbgrader["waits"] = waits
                marks.waiting += cell.metadata.nbgrader.points if waits else 0
        if marks.get("status") in UNREADABLE:
            now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
            marks.to_do = advice(marks.status, names["assignment"], due, now)
        return nb, resources


def read(
    gradebook: Gradebook, exercise: str, student: str
) -> tuple[set[str], datetime.datetime | None]:
    """Which cells have a mark by hand, and when the exercise is due for this student."""
    try:
        submission = gradebook.find_submission(exercise, student)
    except MissingEntry:
        return set(), gradebook.find_assignment(exercise).duedate
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    marked = {grade.name for grade in grades if grade.manual_score is not None}
    return marked, submission.duedate


def advice(
    status: str,
    exercise: str,
    due: datetime.datetime | None,
    now: datetime.datetime,
) -> str:
    """What to do, and until when."""
    words = ADVICE[status].format(exercise=exercise)
    if due is None:
        return f"{words}."
    if now <= due:
        return f"{words}, until {due.strftime(MOMENT)}."
    return (
        f"{words}. It was due on {due.strftime(MOMENT)}: ask your instructors whether they "
        "still take it."
    )
