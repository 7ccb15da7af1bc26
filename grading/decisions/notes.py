"""Notes on what was decided about one student's submission: by whom, and when."""

import datetime
import getpass

from sqlalchemy import (
    Column,
    DateTime,
    Integer,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)
from sqlalchemy.engine import Row

from grading.course import Course, CourseError
from grading.deadlines.wishes import check_students
from grading.deadlines.zone import in_zone
from grading.gradebook import OWN_TABLES, has_own, own_tables, transaction
from grading.times import UTC

NOTES = Table(
    "dp_note",
    OWN_TABLES,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False),
    Column("by", String(128), nullable=False),
    *(Column(name, String(128), nullable=False) for name in ("student", "exercise")),
    Column("text", Text, nullable=False),
    # A number that was removed is not given again.
    sqlite_autoincrement=True,
)
MOST = 2000  # characters of a note


def add_note(course: Course, student: str, exercise: str, text: str, by: str) -> int:
    """Keep a note; its number."""
    text, by = text.strip(), " ".join(by.split()) or account()
    if not text or len(text) > MOST:
        raise CourseError(
            f"A note has 1 to {MOST:,} characters, and this one {len(text):,}. Write what "
            f'was decided: grading note {student} {exercise} "..."'
        )
    check_students(course, [student])
    row = {
        "at": datetime.datetime.now(UTC).replace(tzinfo=None),
        "by": by[:128],
        "student": student,
        "exercise": exercise,
        "text": text,
    }
    with transaction(course) as gradebook:
        adding = insert(NOTES).values(row).returning(NOTES.c.number)
        return own_tables(gradebook).execute(adding).scalar_one()


def account() -> str:
    """The name of the account in which the command runs."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise CourseError(
            "This account has no name. Say who has decided: --by NAME"
        ) from None


def read_notes(course: Course, student: str = "", exercise: str = "") -> list[Row]:
    """All notes in the order of writing, or those on a student or an exercise."""
    if student:
        check_students(course, [student])
    wanted = [
        NOTES.c[name] == value
        for name, value in (("student", student), ("exercise", exercise))
        if value
    ]
    with course.nbgrader.gradebook as gradebook:
        if not has_own(gradebook, NOTES):
            return []
        found = select(NOTES).where(*wanted).order_by(NOTES.c.number)
        return list(gradebook.db.execute(found))


def in_cells(course: Course) -> dict[tuple[str, str], str]:
    """All notes on a submission as one text, by student and exercise."""
    found: dict[tuple[str, str], list[str]] = {}
    for note in read_notes(course):
        day = in_zone(course.settings, note.at, "%Y-%m-%d")
        said = f"{note.text} ({note.by}, {day})"
        found.setdefault((note.student, note.exercise), []).append(said)
    return {place: "; ".join(said) for place, said in found.items()}


def remove_note(course: Course, number: int) -> None:
    """Take a note out again."""
    with transaction(course) as gradebook:
        gone = own_tables(gradebook).execute(
            delete(NOTES).where(NOTES.c.number == number)
        )
        if not gone.rowcount:
            raise CourseError(f"There is no note {number}. All notes: grading note")
