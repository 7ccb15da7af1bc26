"""A gradebook that was lost: which file beside it is its copy, and what a file holds."""

import contextlib
import shlex
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from grading.course import Course
from grading.gradebook import file_of
from grading.words import counted

TABLES = ("assignment", "student", "submitted_assignment")


@dataclass(frozen=True)
class Holds:
    """How much a gradebook holds."""

    exercises: int = 0
    students: int = 0
    submissions: int = 0

    def __bool__(self) -> bool:
        return bool(self.exercises or self.students or self.submissions)

    def __str__(self) -> str:
        numbers = {
            "exercise": self.exercises,
            "student": self.students,
            "submission": self.submissions,
        }
        said = [counted(number, what) for what, number in numbers.items() if number]
        return ", ".join(said) or "nothing in it"


def holds(path: Path) -> Holds | None:
    """What a gradebook's file holds; None if it is none. The file is only read."""
    try:
        address = f"{path.resolve().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as database:
            there = {
                name for (name,) in database.execute("SELECT name FROM sqlite_master")
            }
            return Holds(*(rows(database, name, there) for name in TABLES))
    except sqlite3.Error:
        return None


def rows(database: sqlite3.Connection, table: str, there: set[str]) -> int:
    if table not in there:
        return 0
    [[number]] = database.execute(f"SELECT count(*) FROM {table}")
    return number


def holds_anything(course: Course) -> bool:
    """Is there a gradebook that can be asked? nbgrader would make, or fill, any other one."""
    path = file_of(course)
    return path is None or bool(holds(path))


def newest_copy(path: Path) -> Path | None:
    """The newest copy beside a gradebook, such as gradebook.db.2027-01-31, that holds anything."""
    copies = sorted(
        path.parent.glob(f"{path.name}.*"), key=lambda one: -one.stat().st_mtime
    )
    return next((one for one in copies if one.is_file() and holds(one)), None)


def has_graded(course: Course) -> bool:
    """Are there graded notebooks?"""
    return any((course.root / "autograded").glob("*/*/*.ipynb"))


def why_lost(course: Course, path: Path) -> str:
    """Why the gradebook seems to be another one than before; "" if it does not."""
    found = holds(path) if path.exists() else Holds()
    if found is None or found.submissions:
        return ""
    what = f"{path.name} has no submissions" if found else f"{path.name} is empty"
    what = what if path.exists() else f"there is no {path.name}"
    if has_graded(course):
        return f"{what}, though autograded/ has graded notebooks"
    if found:
        return ""  # a course in which nothing is graded yet
    if newest_copy(path):
        return f"{what}, though there is a copy of it"
    if any((course.root / "submitted").glob("*/*/*")):
        return f"{what}, though submitted/ has submissions"
    return ""


def put_back(course: Course, path: Path) -> str:
    """How to put a gradebook's newest copy back: by which command, or, without one, in words."""
    copy = newest_copy(path)
    if copy is None:
        return f"put a copy of {path.name} in its place"
    names = [
        str(one.relative_to(course.root) if course.root in one.parents else one)
        for one in (copy, path)
    ]
    return f"put a copy of {path.name} back: {shlex.join(['cp', *names])}"
