"""Who was removed from the class, so that nothing brings them back unasked.

Kept are the id, the day, and hashes by which a zip file's names are known again: no name, no
address and no number.
"""

import datetime
import hashlib
from collections.abc import Iterable, Sequence

from nbgrader.api import Student
from sqlalchemy import (
    Column,
    Connection,
    Date,
    Row,
    String,
    Table,
    delete,
    event,
    insert,
    inspect,
    select,
)

from grading.course import Course, CourseError
from grading.gradebook import OWN_TABLES

# Not "student": what is called so goes with a student who is removed.
REMOVED = Table(
    "dp_removed",
    OWN_TABLES,
    Column("id", String(128), primary_key=True),
    Column("day", Date, nullable=False),
)
SIGNS = Table(
    "dp_removed_sign",
    OWN_TABLES,
    Column("id", String(128), primary_key=True),
    Column("sign", String(64), primary_key=True),
)
Days = dict[str, datetime.date]  # by student
Key = tuple[str, str]  # a kind, such as email, and a value
TO_RETURN = "to take them in again: grading class FILE, with them in it"


def read_days(course: Course) -> Days:
    """Who was removed, and on which day."""
    return {row.id: row.day for row in rows_of(course, REMOVED)}


def read_signs(course: Course) -> set[Key]:
    """The students who were removed, each with the hashes that they are known by."""
    return {(row.id, row.sign) for row in rows_of(course, SIGNS)}


def rows_of(course: Course, table: Table) -> Sequence[Row]:
    """The rows of a table that need not be there yet."""
    with course.nbgrader.gradebook as gradebook:
        connection = gradebook.db.connection()
        is_there = inspect(connection).has_table(table.name)
        return connection.execute(select(table)).all() if is_there else []


def remember(connection: Connection, student: str, keys: Iterable[Key]) -> None:
    """Note that a student is removed today, who is known again by `keys`.

    What they were known by before stays: somebody may only have left a folder again.
    """
    asked = select(SIGNS.c.sign).where(SIGNS.c.id == student)
    signs = {*connection.execute(asked).scalars(), *(sign(student, k) for k in keys)}
    forget(connection, [student])
    today = datetime.date.today()
    connection.execute(insert(REMOVED).values(id=student, day=today))
    connection.execute(insert(SIGNS), [{"id": student, "sign": one} for one in signs])


def forget(connection: Connection, students: list[str]) -> None:
    """Forget that these were removed: they are in the class again."""
    for table in (REMOVED, SIGNS):
        connection.execute(delete(table).where(table.c.id.in_(students)))


def sign(student: str, key: Key) -> str:
    return hashlib.sha256("\0".join((student, *key)).encode()).hexdigest()


def sentence(student: str, day: datetime.date) -> str:
    return f"{student} was removed from the class on {day}; {TO_RETURN}"


@event.listens_for(Student, "before_insert")
def refuse(mapper: object, connection: Connection, student: Student) -> None:
    """Let no command of nbgrader's enter a student who was removed."""
    if not inspect(connection).has_table(REMOVED.name):
        return
    asked = select(REMOVED.c.day).where(REMOVED.c.id == student.id)
    if day := connection.execute(asked).scalar():
        raise CourseError(f"Not entered: {sentence(student.id, day)}.")
