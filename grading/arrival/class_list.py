"""Who is in the class: the list that an instructor imports, and the memory that one was.

nbgrader makes a student of whoever has a folder in ``submitted/``, so somebody who was taken
out of the gradebook would be back after the next grading.
"""

from pathlib import Path

from nbgrader.api import Gradebook, Student
from sqlalchemy import Boolean, Column, MetaData, Table, insert, inspect

from grading.course import Course, CourseError
from grading.results.read import Person, read_people
from grading.submission.folder import Submission
from grading.text_files import read_table

COLUMNS = ("first_name", "last_name", "email", "lms_user_id")
# A list may be emptied again, and nbgrader's tables have no place for having had one.
MEMORY = Table(
    "dp_class_list", MetaData(), Column("imported", Boolean, primary_key=True)
)
WHAT = "class list"
ADVICE = f"Wanted are the columns id and, as far as known, {', '.join(COLUMNS)}."


def is_class_list(people: list[Person]) -> bool:
    """Does the gradebook say more of anybody than an id, which grading enters, too?"""
    return any(
        person.first_name or person.last_name or person.email or person.lms_user_id
        for person in people
    )


def has_class_list(course: Course, people: list[Person]) -> bool:
    """Was a class list ever imported into the gradebook? If so, that is remembered."""
    with course.nbgrader.gradebook as gradebook:
        connection = gradebook.db.connection()
        is_remembered = inspect(connection).has_table(MEMORY.name)
        if is_class_list(people) and not is_remembered:
            MEMORY.create(connection)
            connection.execute(insert(MEMORY).values(imported=True))
            gradebook.db.commit()
            return True
        return is_remembered


def split_by_class(
    course: Course, chosen: list[Submission]
) -> tuple[list[Submission], list[Submission]]:
    """The submissions of those in the class, and of those who are not."""
    people = read_people(course)
    if not has_class_list(course, people):
        return chosen, []
    ids = {person.id for person in people}
    return (
        [one for one in chosen if one.student in ids],
        [one for one in chosen if one.student not in ids],
    )


def not_in_class(student: str) -> str:
    """What to do about a submission of somebody who is not in the class."""
    return (
        f"not in the class list, so not graded: enter {student} in it (grading students "
        f"FILE.csv), or remove submitted/{student}"
    )


def import_students(
    course: Course, path: Path
) -> tuple[list[str], list[str], list[str]]:
    """Enter a class list; the ids that are new, those that were there, columns not used.

    A column that the file does not have stays as it is. All are entered, or nobody.
    """
    table = read_table(path, ("id",), WHAT, ADVICE)
    columns = [column for column in COLUMNS if table.place(column) is not None]
    students: dict[str, dict[str, str | None]] = {}
    for line, row in zip(table.lines, table.rows, strict=True):
        student = table.cell(row, "id")
        if reason := wrong_id(student, students):
            raise CourseError(f"{path}, line {line}: {reason}. Nothing was entered.")
        students[student] = {name: table.cell(row, name) or None for name in columns}
    if not students:
        raise CourseError(f"{path} names no students. {ADVICE}")
    with course.nbgrader.gradebook as gradebook:
        new = enter(gradebook, students)
    has_class_list(course, read_people(course))
    used = {table.place(name) for name in ("id", *columns)}
    unused = [
        one for place, one in enumerate(table.headings) if one and place not in used
    ]
    return new, [student for student in students if student not in new], unused


def enter(
    gradebook: Gradebook, students: dict[str, dict[str, str | None]]
) -> list[str]:
    """Enter students in one go; those who are new."""
    new = []
    for student, facts in students.items():
        there = gradebook.db.get(Student, student)
        if there is None:
            new.append(student)
            gradebook.db.add(Student(id=student, **facts))
        for name, value in facts.items() if there else ():
            setattr(there, name, value)
    gradebook.db.commit()
    return new


def wrong_id(student: str, before: dict) -> str:
    """Why this cannot be a student's id, "" if it can."""
    if not student:
        return "the id is missing"
    if student in before:
        return f"the id {student} stands there twice"
    if student.isdecimal():
        return f"the id {student} is a number, which nbgrader's commands cannot take"
    if (
        set(student) & set("*?[]/\\")
        or student.startswith(".")
        or not student.isprintable()
    ):
        return f"the id {student!r} cannot be a folder's name for nbgrader"
    return ""
