"""The gradebook: can it be read and written, and does it know what was handed in?"""

import contextlib
import sqlite3
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from grading.course import Course, CourseError
from grading.doctor.finding import OK, REMARK, WRONG, Finding, first_line
from grading.doctor.handed_in import with_submissions
from grading.doctor.lost import newest_copy, put_back, why_lost
from grading.gradebook import file_of
from grading.ready import check_gradebook
from grading.words import counted, some


def gradebook(course: Course) -> Finding:
    """Can it be read and written, and does it know what was handed in?"""
    wanted = with_submissions(course)
    enter = "grading enter {}"
    url = make_url(course.nbgrader.coursedir.db_url)
    if path := file_of(course):
        anew = enter.format((wanted or course.exercises or ["EXERCISE"])[0])
        if path.exists() and (problem := why_no_sqlite(path)):
            found, to_do = problem
            return Finding("gradebook", WRONG, found, to_do or restore(course, path))
        if found := why_lost(course, path):
            to_do = f"{put_back(course, path)} (marks by hand are only in it)"
            if not newest_copy(path):
                to_do += f"; if there never was one: {anew}"
            return Finding("gradebook", WRONG, found, f"{to_do}; then grade again")
        if not path.exists():
            found = f"there is no {path.name} yet"
            return Finding("gradebook", REMARK, found, anew)
    missing = []
    try:
        for exercise in wanted:
            try:
                check_gradebook(course, exercise)
            except CourseError:
                missing.append(exercise)
        with course.nbgrader.gradebook as book:
            students = len(book.students)
    except SQLAlchemyError as error:
        found = f"nbgrader cannot read it: {first_line(error)}"
        to_do = f"see that {url.host} answers, then " if url.host else ""
        return Finding("gradebook", WRONG, found, f"{to_do}nbgrader db upgrade")
    if missing:
        found = f"it does not know all tests of {some(missing)}, which have hand-ins"
        to_do = " and ".join(enter.format(exercise) for exercise in missing)
        return Finding("gradebook", WRONG, found, to_do)
    known = counted(students, "student")
    return Finding("gradebook", OK, f"sound, can be written, {known}")


def restore(course: Course, path: Path) -> str:
    """What to do about a damaged gradebook."""
    return (
        f"{put_back(course, path)}, or move it away and grade again (marks by hand are only "
        "in it)"
    )


def why_no_sqlite(path: Path) -> tuple[str, str] | None:
    """What is wrong with a gradebook in a file, and what to do ("" if it is damaged).

    None if nothing is.
    """
    try:
        address = f"{path.resolve().as_uri()}?mode=rw"
        connection = sqlite3.connect(address, uri=True, timeout=2, isolation_level=None)
        with contextlib.closing(connection) as database:
            [[verdict]] = database.execute("PRAGMA quick_check(1)")
            if verdict != "ok":
                return f"{path.name} is damaged: {first_line(verdict)}", ""
            database.execute("BEGIN IMMEDIATE")
            database.execute("CREATE TABLE doctor_was_here (word)")
            database.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "lock" in str(error):
            return (
                f"another program holds {path.name}",
                "wait until it is done: a grading, the formgrader, a program that shows it",
            )
        return (
            f"{path.name} cannot be opened and written: {error}",
            f"become the owner of {path.name} and of its folder, or make room on the disk",
        )
    except sqlite3.DatabaseError as error:
        return f"{path.name} is no gradebook or is damaged: {error}", ""
    return None
