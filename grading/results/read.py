"""What gradebook and graded notebooks hold of a class, as plain data.

The report and the exports are made of it; a whole exercise is read by three queries,
also for 2,000 students.
"""

from dataclasses import dataclass, field
from datetime import datetime

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    GradeCell,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy.orm import Session

from grading.course import Course
from grading.decisions.kept import dropped_in
from grading.results.sentences import sentences_in
from grading.submission.folder import Submission
from grading.submission.marked import waits
from grading.submission.points import Penalties, less_penalty
from grading.verdict import Status, Verdict, read_graded


@dataclass(frozen=True)
class Person:
    """A student as the gradebook knows them; what it does not know is ""."""

    id: str
    first_name: str
    last_name: str
    email: str
    lms_user_id: str


@dataclass(frozen=True)
class Part:
    """A test, or a question that is marked by hand (`by_hand`), with its points."""

    grade_id: str
    max_points: float
    by_hand: bool


@dataclass
class Graded:
    """What one student has got for one exercise.

    `points` holds each part's points by its ``grade_id``, None for a question that nobody
    has marked yet. `waiting` are the parts that wait for a mark, also those that have changed
    since they were marked: until then, their old points count.
    """

    student: str
    handed_in: datetime | None
    seconds_late: float
    penalty: float = 0.0
    points: dict[str, float | None] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    verdict: Verdict = field(default_factory=Verdict)
    sentences: dict[str, str] = field(default_factory=dict)  # of failed tests

    @property
    def earned(self) -> float:
        """All points, before any penalty; what nobody has marked yet counts 0."""
        return sum(points or 0.0 for points in self.points.values())

    @property
    def total(self) -> float:
        """All points, less the penalty for handing in late."""
        return less_penalty(self.earned, self.penalty)


@dataclass
class ExerciseResults:
    """One exercise: its parts in the order of the notebook, and who has got what.

    `dropped` are tests and questions that do not count; they are no parts.
    """

    exercise: str
    due: datetime | None
    parts: list[Part]
    graded: list[Graded]
    dropped: list[str] = field(default_factory=list)

    @property
    def max_points(self) -> float:
        return sum(part.max_points for part in self.parts)


def read_people(course: Course) -> list[Person]:
    """All students of the gradebook, by id."""
    with course.nbgrader.gradebook as gradebook:
        return sorted(
            (
                Person(
                    student.id,
                    *(
                        value or ""
                        for value in (
                            student.first_name,
                            student.last_name,
                            student.email,
                            student.lms_user_id,
                        )
                    ),
                )
                for student in gradebook.db.query(Student)
            ),
            key=lambda person: person.id,
        )


def read_results(
    course: Course, exercise: str, notebooks: bool = True
) -> ExerciseResults | None:
    """What the class has got for `exercise`; None if the gradebook does not know it.

    Without `notebooks`, which takes a while for a large class, nothing is known of how
    grading went: status, reasons, time, what failed tests said.
    """
    with course.nbgrader.gradebook as gradebook:
        db = gradebook.db
        assignment = db.query(Assignment).filter_by(name=exercise).one_or_none()
        if assignment is None:
            return None
        dropped = dropped_in(gradebook, exercise)
        parts = read_parts(db, assignment.id, grade_ids(course, exercise), dropped)
        graded = read_submissions(db, assignment.id, dropped)
        due = assignment.duedate
    penalties = Penalties(course)
    for one in graded.values():
        one.penalty = penalties.of(one.student, one.earned, one.seconds_late)
    if notebooks:
        for one in graded.values():
            submission = Submission(course, exercise, one.student)
            one.verdict, one.sentences = read_outcome(submission)
    in_order = sorted(graded.values(), key=lambda one: one.student)
    return ExerciseResults(exercise, due, parts, in_order, dropped)


def read_outcome(submission: Submission) -> tuple[Verdict, dict[str, str]]:
    """What a graded notebook says as a whole, and its failed tests; NOT_GRADED if damaged."""
    verdict, cells = read_graded(submission.graded) or (Verdict(Status.NOT_GRADED), [])
    try:
        return verdict, sentences_in(cells)
    except (AttributeError, LookupError, TypeError, ValueError):
        return Verdict(Status.NOT_GRADED), {}


def read_parts(
    db: Session, assignment: int, in_order: list[str], dropped: list[str]
) -> list[Part]:
    """The exercise's parts in the order of its cells, then those of an earlier version."""
    found = {
        name: Part(name, max_points, by_hand=kind == "markdown")
        for name, max_points, kind in db.query(
            GradeCell.name, GradeCell.max_score, GradeCell.cell_type
        )
        .join(Notebook, GradeCell.notebook_id == Notebook.id)
        .filter(Notebook.assignment_id == assignment)
        if name not in dropped
    }
    names = [name for name in in_order if name in found]
    return [found[name] for name in [*names, *sorted(set(found) - set(names))]]


def read_submissions(
    db: Session, assignment: int, dropped: list[str]
) -> dict[str, Graded]:
    """Who has got what, by student."""
    graded = {
        submission.student_id: Graded(
            submission.student_id,
            submission.timestamp,
            submission.total_seconds_late,
        )
        for submission in db.query(SubmittedAssignment).filter_by(
            assignment_id=assignment
        )
    }
    grades = (
        db.query(
            SubmittedAssignment.student_id,
            BaseCell.name,
            Grade.score,
            Grade.auto_score,
            Grade.manual_score,
            Grade.needs_manual_grade,
        )
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(
            SubmittedAssignment,
            SubmittedNotebook.assignment_id == SubmittedAssignment.id,
        )
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .filter(SubmittedAssignment.assignment_id == assignment)
    )
    for one in grades:
        if one.name in dropped:
            continue
        unmarked = one.auto_score is None and one.manual_score is None
        points = None if unmarked else one.score
        graded[one.student_id].points[one.name] = points
        if waits(one):
            graded[one.student_id].waiting.add(one.name)
    return graded


def grade_ids(course: Course, exercise: str) -> list[str]:
    """The ids of the exercise's cells in their order; none if it is not in ``source/``."""
    if exercise not in course.exercises:
        return []
    cells = course.read_notebook("source", exercise).cells
    return [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells]
