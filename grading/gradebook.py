"""nbgrader's gradebook: changes that are made wholly or not at all, and what ails it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nbgrader.api import (
    Grade,
    Gradebook,
    InvalidEntry,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import (
    Connection,
    MetaData,
    Table,
    inspect,
    text,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from coursework.trouble import of_machine
from grading.course import Course, CourseError

# What nbgrader's tables have no place for; each module defines its own.
OWN_TABLES = MetaData()
OWN_PREFIX = "dp_"
# What SQLite says where the machine refuses, and which of the machine's errors that is.
OF_MACHINE = {
    "readonly": errno.EACCES,
    "unable to open": errno.EACCES,
    "disk is full": errno.ENOSPC,
    "i/o error": errno.EIO,
}
# What else a database says, and what that means to a person; "{name}" is its file or address.
AILMENTS = {
    "locked": (
        "Another program holds the gradebook {name}. Wait until it is done or close it (a "
        "grading, the formgrader, a program that shows databases), then run this again."
    ),
    "not a database": "The gradebook {name} is damaged: it is no database. {restore}",
    "malformed": "The gradebook {name} is damaged. {restore}",
    "no such": "The gradebook {name} lacks a table or a column. If it is of an older "
    "nbgrader, copy it and run: nbgrader db upgrade. If it is damaged: {restore}",
}
RESTORE = (
    "Put a copy of it in its place; without one, move it away, enter the exercises again "
    "(grading enter EXERCISE) and grade again. Marks by hand are only in it."
)


class GradebookError(CourseError):
    """The gradebook as a whole cannot be used, which is no submission's fault."""


def name_of(course: Course) -> str:
    """The gradebook's file or address, without any password."""
    url = course.nbgrader.coursedir.db_url
    _, at, rest = url.rpartition("@")
    return rest if at else url.removeprefix("sqlite:///")


def file_of(course: Course) -> Path | None:
    """The gradebook's file; None if it is kept by a server, or in memory."""
    url = make_url(course.nbgrader.coursedir.db_url)
    is_file = url.get_backend_name() == "sqlite" and url.database != ":memory:"
    return Path(url.database) if is_file and url.database else None


def is_missing(course: Course) -> bool:
    """Is there no file of the gradebook yet? nbgrader makes one when it opens it."""
    path = file_of(course)
    return path is not None and not path.exists()


def is_lock(error: Exception) -> bool:
    """Does somebody else hold the gradebook?"""
    return "locked" in str(error)


def ailment(course: Course, error: Exception) -> GradebookError:
    """What `error` of the gradebook says, in words that help."""
    said = str(getattr(error, "orig", None) or error)
    for words, number in OF_MACHINE.items():
        if words in said.lower():
            return GradebookError(
                f"The gradebook: {of_machine(number, name_of(course))}"
            )
    for words, sentence in AILMENTS.items():
        if words in said.lower():
            return GradebookError(
                sentence.format(name=name_of(course), restore=RESTORE)
            )
    said = (said.splitlines() or [type(error).__name__])[0]
    return GradebookError(
        f"The gradebook {name_of(course)} cannot be used ({said}). See that its database "
        "answers and is yours; grading doctor looks at it."
    )


def is_ailment(error: BaseException) -> bool:
    """Is `error` one of the gradebook?"""
    return isinstance(error, SQLAlchemyError | sqlite3.Error | InvalidEntry)


@contextmanager
def transaction(course: Course) -> Iterator[Gradebook]:
    """The gradebook; what is done with it within is saved at the end, or not at all.

    nbgrader's own methods commit after each step. Within, such a commit ends nothing.
    """
    with course.nbgrader.gradebook as gradebook:
        gradebook.db.remove()
        with gradebook.engine.begin() as connection:
            gradebook.db.configure(
                bind=connection, join_transaction_mode="rollback_only"
            )
            yield gradebook
            gradebook.db.flush()


def own_tables(gradebook: Gradebook) -> Connection:
    """A connection to the gradebook in which the course's own tables are."""
    connection = gradebook.db.connection()
    OWN_TABLES.create_all(connection)
    return connection


def has_own(gradebook: Gradebook, table: Table) -> bool:
    """Has the gradebook one of the course's own tables? Who only reads makes none."""
    return inspect(gradebook.db.connection()).has_table(table.name)


def check_answers(course: Course, exercise: str) -> None:
    """Raise a GradebookError unless the gradebook can be written and knows `exercise`."""
    try:
        with transaction(course) as gradebook:
            gradebook.find_assignment(exercise)
            for table in (Student, SubmittedAssignment, SubmittedNotebook, Grade):
                gradebook.db.query(table).first()
            # It changes no row, but asks for all that a change needs.
            gradebook.db.execute(text("UPDATE student SET id = id WHERE 1 = 0"))
    except MissingEntry:
        raise GradebookError(
            f"The gradebook {name_of(course)} no longer knows {exercise}. Put a copy of it "
            f"in its place, or run: grading enter {exercise}"
        ) from None
    except (DBAPIError, InvalidEntry) as error:
        raise ailment(course, error) from error
