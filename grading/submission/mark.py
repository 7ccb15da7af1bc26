"""What grading gave: one row a hand-in."""

from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode
from nbgrader.api import MissingEntry

from coursework.cells import UNREADABLE, is_test, last_error, sentence_of
from grading.course import Course
from grading.submission.brought import brought

NOT_IN_CLASS = "not in the class"


@dataclass(frozen=True)
class Mark:
    """One hand-in's result.

    `status`: graded, timed out, crashed, malformed, missing, another exercise; "not
    graded" where something failed for it alone; "not in the class" where nobody is meant
    to be graded.
    """

    student: str
    exercise: str
    points: float
    max_points: float
    status: str
    reason: str
    seconds: float = 0.0  # that executing took
    unchanged: bool = False  # since it was graded, so it was not graded again


@dataclass(frozen=True)
class Points:
    """What the gradebook has of a hand-in. `by_hand` points wait for a mark by hand."""

    points: float
    max_points: float
    seconds_late: float
    by_hand: float


def read_points(course: Course, exercise: str, student: str) -> Points:
    """The points of a hand-in; zeros if the gradebook has nothing of it."""
    with course.nbgrader.gradebook as gradebook:
        max_points = gradebook.find_assignment(exercise).max_score
        try:
            submission = gradebook.find_submission(exercise, student)
        except MissingEntry:
            return Points(0.0, max_points, 0.0, 0.0)
        by_hand = sum(
            grade.max_score
            for notebook in submission.notebooks
            for grade in notebook.grades
            # After a second run nbgrader asks for a review, but the mark is there.
            if grade.needs_manual_grade and grade.manual_score is None
        )
        points = max(0.0, submission.score - submission.late_submission_penalty)
        return Points(points, max_points, submission.total_seconds_late, by_hand)


def possible_points(course: Course, exercise: str) -> float:
    """The points that can be earned."""
    with course.nbgrader.gradebook as gradebook:
        return gradebook.find_assignment(exercise).max_score


def mark_of(course: Course, exercise: str, student: str) -> Mark:
    """What gradebook and graded notebook say about one hand-in."""
    found = read_points(course, exercise, student)
    notebook = course.read_notebook("autograded", exercise, student)
    grading = notebook.metadata.grading
    reasons = list(grading.reasons)
    if files := grading.get("files"):
        reasons.append(brought(files))
    if found.seconds_late:
        reasons.append(f"{found.seconds_late / 3600:.1f} hours late")
    if found.by_hand:
        reasons.append(f"{found.by_hand:g} points wait for a mark by hand")
    tests, failed = failed_tests(notebook)
    if failed and grading.status not in UNREADABLE:
        test, sentence = failed[0]
        reasons.append(
            f"{len(failed)} of {tests} tests failed, first {test}: {sentence}"
        )
    return Mark(
        student,
        exercise,
        found.points,
        found.max_points,
        grading.status,
        "; ".join(reasons),
        grading.seconds,
    )


def failed_tests(notebook: NotebookNode) -> tuple[int, list[tuple[str, str]]]:
    """How many tests there are, and (``grade_id``, sentence) of those that failed."""
    tests, failed = 0, []
    for cell in notebook.cells:
        if is_test(cell):
            tests += 1
            if error := last_error(cell):
                sentence = sentence_of(error).partition("\n")[0]
                failed.append((cell.metadata.nbgrader.grade_id, sentence))
    return tests, failed
