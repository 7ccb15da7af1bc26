"""What a feedback page says beside points: times, what waits, what to do, whom to ask."""

import contextlib
import datetime
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import determine_grade, is_grade, is_solution

from grading.deadlines.zone import SENTENCE, in_zone
from grading.submission.contact import contact_in
from grading.submission.tasks import title_of
from grading.verdict import Status, Verdict
from grading.words import duration

ADVICE = {
    Status.MISSING: "Hand in the notebook in which you have worked, the file {exercise}.ipynb",
    Status.MALFORMED: "Mend the file as it says above, and hand in {exercise}.ipynb once more",
    Status.ANOTHER_EXERCISE: "Hand in your notebook of {exercise}, the file {exercise}.ipynb",
}


@dataclass(frozen=True)
class Entry:
    """What the gradebook has of a submission: nothing, where it is not entered yet.

    `marked` are the cells with a mark by hand. Times are in UTC, without saying so.
    """

    due: datetime.datetime | None
    handed_in: datetime.datetime | None = None
    seconds_late: float = 0.0
    extension: datetime.timedelta | None = None
    marked: frozenset[str] = frozenset()


class WhatToExpect(NbGraderPreprocessor):
    """Notes which points wait for a mark by hand, and what to do where nothing was read.

    ``metadata.nbgrader.waits`` of a written answer. For the page's template: the notebook's
    ``title`` and ``verdict``, whose ``contact`` it is, and what is ``expected``: ``waiting``
    (points), ``to_do`` (a sentence), and the times ``due``, ``handed_in``, ``late``, ``more``.
    """

    def __init__(self, gradebook: Gradebook | None = None, **options):
        super().__init__(**options)
        # One that is open sees what is not yet saved.
        self.open_gradebook = gradebook

    def preprocess(self, nb: NotebookNode, resources: dict):
        names = resources["nbgrader"]
        with (
            contextlib.nullcontext(self.open_gradebook)
            if self.open_gradebook
            else Gradebook(names["db_url"])
        ) as gradebook:
            entry = read(gradebook, names["assignment"], names["student"])
        verdict = Verdict.of(nb.metadata)
        facts = {
            "title": title_of(nb) or names["notebook"],
            "verdict": verdict,
            "contact": contact_in(self.config),
            "expected": {
                "waiting": note_what_waits(nb, entry),
                "to_do": self.to_do(verdict.status, names["assignment"], entry.due),
                **self.times(entry),
            },
        }
        return nb, resources | facts

    def times(self, entry: Entry) -> dict[str, str]:
        """When it was due and handed in, how late that was, and the extension; "" for none."""
        more, late = entry.extension, entry.seconds_late
        return {
            "due": self.said(entry.due),
            "handed_in": self.said(entry.handed_in),
            "late": duration(late) if late else "",
            "more": duration(more.total_seconds()) if more else "",
        }

    def to_do(
        self, status: Status, exercise: str, due: datetime.datetime | None
    ) -> str:
        """What to do where nothing was read; "" where something was."""
        if not status.is_unread:
            return ""
        now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
        return advice(status, exercise, self.said(due), due is not None and now > due)

    def said(self, time: datetime.datetime | None) -> str:
        return in_zone(self.config, time, SENTENCE) if time else ""


def note_what_waits(notebook: NotebookNode, entry: Entry) -> float:
    """Note which written answers wait for a mark; their points together."""
    waiting = 0.0
    for cell in notebook.cells:
        if is_grade(cell) and is_solution(cell):
            marks = cell.metadata.nbgrader
            waits = determine_grade(cell)[0] is None
            marks["waits"] = waits and marks.grade_id not in entry.marked
            waiting += marks.points if marks["waits"] else 0
    return waiting


def read(gradebook: Gradebook, exercise: str, student: str) -> Entry:
    """What the gradebook has of a submission."""
    try:
        submission = gradebook.find_submission(exercise, student)
    except MissingEntry:
        return Entry(gradebook.find_assignment(exercise).duedate)
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    return Entry(
        submission.duedate,
        submission.timestamp,
        submission.total_seconds_late,
        submission.extension,
        frozenset(grade.name for grade in grades if grade.manual_score is not None),
    )


def advice(status: Status, exercise: str, due: str, is_past: bool) -> str:
    """What to do, and until when."""
    words = ADVICE[status].format(exercise=exercise)
    if not due:
        return f"{words}."
    if not is_past:
        return f"{words}, until {due}."
    return f"{words}. It was due on {due}: ask your instructors whether they still take it."
