"""Entering an exercise: its release, and its tests with their points in the gradebook."""

from sqlalchemy import text

from grading.course import Course
from grading.gradebook import transaction


def enter(course: Course, exercise: str) -> float:
    """Make the release of `exercise` and enter it into the gradebook; its points.

    What is graded already stays. If it cannot be entered, release/ stays as it was.
    """
    with transaction(course) as gradebook:
        # It changes no row, but says now that another program holds the gradebook.
        gradebook.db.execute(text("UPDATE student SET id = id WHERE 1 = 0"))
    course.release(exercise, into_gradebook=True)
    with course.nbgrader.gradebook as gradebook:
        return gradebook.find_assignment(exercise).max_score
