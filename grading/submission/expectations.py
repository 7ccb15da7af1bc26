"""What a student can expect after the feedback: marks by hand, or a chance to hand in again."""

import datetime

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import determine_grade, is_grade, is_solution

from grading.deadlines.zone import SENTENCE, in_zone
from grading.verdict import Status, Verdict

ADVICE = {
    Status.MISSING: "Hand in the notebook in which you have worked, the file {exercise}.ipynb",
    Status.MALFORMED: "Mend the file as it says above, and hand in {exercise}.ipynb once more",
    Status.ANOTHER_EXERCISE: "Hand in your notebook of {exercise}, the file {exercise}.ipynb",
}


class WhatToExpect(NbGraderPreprocessor):
    """Notes which points wait for a mark by hand, and what to do where nothing was read.

    ``metadata.nbgrader.waits`` of a written answer. For the page's template: the notebook's
    ``verdict``, and what is ``expected``, ``waiting`` (points) and ``to_do`` (a sentence).
    """

    def preprocess(self, nb: NotebookNode, resources: dict):
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            marked, due = read(gradebook, names["assignment"], names["student"])
        verdict = Verdict.of(nb.metadata)
        waiting, to_do = 0.0, ""
        for cell in nb.cells:
            if is_grade(cell) and is_solution(cell):
                waits = determine_grade(cell)[0] is None
                waits = waits and cell.metadata.nbgrader.grade_id not in marked
                cell.metadata.nbgrader["waits"] = waits
                waiting += cell.metadata.nbgrader.points if waits else 0
        if verdict.status.is_unread:
            now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
            until = in_zone(self.config, due, SENTENCE) if due else None
            is_past = due is not None and now > due
            to_do = advice(verdict.status, names["assignment"], until, is_past)
        expected = {"waiting": waiting, "to_do": to_do}
        return nb, resources | {"verdict": verdict, "expected": expected}


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


def advice(status: Status, exercise: str, due: str | None, is_past: bool) -> str:
    """What to do, and until when."""
    words = ADVICE[status].format(exercise=exercise)
    if due is None:
        return f"{words}."
    if not is_past:
        return f"{words}, until {due}."
    return f"{words}. It was due on {due}: ask your instructors whether they still take it."
