"""More time for one student, also before anything is handed in.

nbgrader keeps an extension with a submission, so it knows none before there is one. The
course keeps them in a table of its own in the gradebook, and gives each to the submission.
"""

import datetime

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment
from sqlalchemy import Column, Interval, String, Table, delete, insert, select

from grading.course import Course
from grading.gradebook import OWN_TABLES, own_tables, transaction

EXTENSIONS = Table(
    "dp_extension",
    OWN_TABLES,
    Column("student", String(128), primary_key=True),
    Column("exercise", String(128), primary_key=True),
    Column("time", Interval, nullable=False),
)
Extensions = dict[tuple[str, str], datetime.timedelta]  # by student and exercise


def read_extensions(course: Course) -> Extensions:
    """All extensions that were given."""
    with course.nbgrader.gradebook as gradebook:
        return stored(gradebook)


def stored(gradebook: Gradebook) -> Extensions:
    rows = own_tables(gradebook).execute(select(EXTENSIONS))
    return {(row.student, row.exercise): row.time for row in rows}


def extend(course: Course, extensions: Extensions) -> None:
    """Give all these extensions, in place of earlier ones; a time of 0 takes one back."""
    with transaction(course) as gradebook:
        connection = own_tables(gradebook)
        for (student, exercise), time in extensions.items():
            connection.execute(
                delete(EXTENSIONS).where(
                    EXTENSIONS.c.student == student, EXTENSIONS.c.exercise == exercise
                )
            )
            if time:
                row = {"student": student, "exercise": exercise, "time": time}
                connection.execute(insert(EXTENSIONS).values(row))
            give(gradebook, exercise, student, time or None)


def give_to_submissions(gradebook: Gradebook, exercise: str) -> None:
    """Give the extensions of an exercise, whose due date has changed, to its submissions."""
    for (student, name), time in stored(gradebook).items():
        if name == exercise:
            give(gradebook, exercise, student, time)


def give_to_submission(gradebook: Gradebook, exercise: str, student: str) -> None:
    """Give an extension to a submission that has just been entered."""
    if time := stored(gradebook).get((student, exercise)):
        give(gradebook, exercise, student, time)


def give(
    gradebook: Gradebook,
    exercise: str,
    student: str,
    time: datetime.timedelta | None,
) -> None:
    """Let nbgrader know, if there is a submission and a due date; it adds the one to the other."""
    row = (
        gradebook.db.query(SubmittedAssignment)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .filter(Assignment.name == exercise, SubmittedAssignment.student_id == student)
        .one_or_none()
    )
    if row is not None:
        row.extension = time if row.assignment.duedate else None
