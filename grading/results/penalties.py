"""The penalties for lateness, written where nbgrader's own pages look them up."""

from nbgrader.api import Assignment, SubmittedAssignment, SubmittedNotebook

from grading.course import Course
from grading.gradebook import transaction
from grading.submission.points import Penalties


def save_penalties(course: Course, exercises: list[str]) -> None:
    """Set anew what the rule, due dates, extensions and marks by hand now say."""
    penalties = Penalties(course)
    with transaction(course) as gradebook:
        found = (
            gradebook.db.query(SubmittedNotebook, SubmittedAssignment)
            .join(
                SubmittedAssignment,
                SubmittedNotebook.assignment_id == SubmittedAssignment.id,
            )
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .filter(Assignment.name.in_(exercises))
        )
        for notebook, submission in found:
            late = submission.total_seconds_late
            penalty = penalties.of(submission.student_id, notebook.score, late)
            if penalty != (notebook.late_submission_penalty or 0.0):
                notebook.late_submission_penalty = penalty or None
