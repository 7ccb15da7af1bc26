"""Where each student stands in each exercise: the cells of the report's table."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from grading.deadlines.extensions import Extensions
from grading.results.read import Graded
from grading.results.summary import ClassSummary, ExerciseSummary


class State(StrEnum):
    """What has come of an exercise for one student."""

    GRADED = "graded"
    NOT_GRADED = "not graded"  # handed in, and that is all
    MISSING = "missing"  # it was due
    OPEN = "open"  # it is not due yet, or has no due date


@dataclass(frozen=True)
class Cell:
    """One student in one exercise. `unmarked` are the points that nobody has given yet.

    `due` is in UTC, without saying so, with the student's extension in it.
    """

    state: State
    due: datetime.datetime | None = None
    points: float = 0.0
    max_points: float = 0.0
    unmarked: float = 0.0
    waits: bool = False
    late: bool = False

    @property
    def counts(self) -> bool:
        """Does it say something about the student so far?"""
        return self.state in (State.GRADED, State.MISSING)

    @property
    def share(self) -> float:
        """The share of the points, from 0 to 1, as of now."""
        return self.points / self.max_points if self.max_points else 0.0


def class_table(
    summary: ClassSummary, extensions: Extensions, now: datetime.datetime
) -> dict[str, list[Cell]]:
    """For each student a `Cell` for each exercise of the summary, in its order."""
    columns = [
        column(exercise, summary.known, extensions, now)
        for exercise in summary.exercises
    ]
    return {student: [one[student] for one in columns] for student in summary.known}


def column(
    exercise: ExerciseSummary,
    students: Iterable[str],
    extensions: Extensions,
    now: datetime.datetime,
) -> Mapping[str, Cell]:
    graded = {one.student: one for one in exercise.graded}
    not_graded = set(exercise.not_graded)
    found = {}
    for student in students:
        more = extensions.get((student, exercise.name), datetime.timedelta(0))
        due = exercise.due + more if exercise.due else None
        if student in graded:
            found[student] = of_graded(exercise, graded[student], due)
        elif student in not_graded:
            found[student] = Cell(State.NOT_GRADED, due)
        else:
            is_past = due is not None and due <= now
            state = State.MISSING if is_past else State.OPEN
            found[student] = Cell(state, due, max_points=exercise.max_points)
    return found


def of_graded(
    exercise: ExerciseSummary, one: Graded, due: datetime.datetime | None
) -> Cell:
    unmarked = sum(
        part.max_points
        for part in exercise.parts
        if part.grade_id in one.waiting and one.points.get(part.grade_id) is None
    )
    return Cell(
        State.GRADED,
        due,
        one.total,
        exercise.max_points,
        unmarked,
        bool(one.waiting),
        bool(one.seconds_late),
    )
