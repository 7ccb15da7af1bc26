"""What grading gave: one row a submission."""

from dataclasses import dataclass

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.api import MissingEntry

from coursework.cells import is_test, last_error, sentence_of
from grading.course import Course
from grading.submission.brought import brought
from grading.submission.folder import Submission
from grading.submission.marked import waits
from grading.submission.points import Penalties, less_penalty
from grading.verdict import Status, Verdict
from grading.words import duration


@dataclass(frozen=True)
class Points:
    """What the gradebook has of a submission.

    `by_hand` points wait for a mark by hand; `worthless` tests have none, as dropped ones.
    """

    points: float
    max_points: float
    seconds_late: float = 0.0
    by_hand: float = 0.0
    worthless: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mark:
    """One submission's result."""

    student: str
    exercise: str
    points: float
    max_points: float
    status: Status
    reason: str
    seconds: float = 0.0  # that executing took
    unchanged: bool = False  # since it was graded, so it was not graded again
    by_hand: float = 0.0  # points that wait for a mark by hand


def read_points(submission: Submission) -> Points:
    """The points of a submission; zeros if the gradebook has nothing of it."""
    exercise = submission.exercise
    with submission.course.nbgrader.gradebook as gradebook:
        max_points = gradebook.find_assignment(exercise).max_score
        try:
            found = gradebook.find_submission(exercise, submission.student)
        except MissingEntry:
            return Points(0.0, max_points)
        grades = [grade for notebook in found.notebooks for grade in notebook.grades]
        by_hand = sum(grade.max_score for grade in grades if waits(grade))
        worthless = frozenset(grade.name for grade in grades if not grade.max_score)
        late = found.total_seconds_late
        penalty = Penalties(submission.course).of(found.student_id, found.score, late)
        points = less_penalty(found.score, penalty)
        return Points(points, max_points, late, by_hand, worthless)


def possible_points(course: Course, exercise: str) -> float:
    """The points that can be earned."""
    with course.nbgrader.gradebook as gradebook:
        return gradebook.find_assignment(exercise).max_score


def mark_of(submission: Submission) -> Mark:
    """What gradebook and graded notebook say about one submission."""
    found = read_points(submission)
    notebook = nbformat.read(submission.graded, as_version=4)
    verdict = Verdict.of(notebook.metadata)
    reasons = list(verdict.reasons)
    if verdict.files:
        reasons.append(brought(verdict.files))
    if found.seconds_late:
        reasons.append(f"{duration(found.seconds_late)} late")
    if found.by_hand:
        reasons.append(f"{found.by_hand:g} points wait for a mark by hand")
    tests, failed = failed_tests(notebook, found.worthless)
    if failed and not verdict.status.is_unread:
        test, sentence = failed[0]
        reasons.append(
            f"{len(failed)} of {tests} tests failed, first {test}: {sentence}"
        )
    return Mark(
        submission.student,
        submission.exercise,
        found.points,
        found.max_points,
        verdict.status,
        "; ".join(reasons),
        verdict.seconds,
        by_hand=found.by_hand,
    )


def failed_tests(
    notebook: NotebookNode, worthless: frozenset[str]
) -> tuple[int, list[tuple[str, str]]]:
    """How many tests have points, and (``grade_id``, sentence) of those that failed."""
    tests, failed = 0, []
    for cell in notebook.cells:
        if is_test(cell) and cell.metadata.nbgrader.grade_id not in worthless:
            tests += 1
            if error := last_error(cell):
                sentence = sentence_of(error).partition("\n")[0]
                failed.append((cell.metadata.nbgrader.grade_id, sentence))
    return tests, failed
