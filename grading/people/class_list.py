"""Who is in the class: those in the gradebook, and the memory that a list was entered.

nbgrader makes a student of whoever has a folder in ``submitted/``, so somebody who was taken
out of the gradebook would be back after the next grading.
"""

from nbgrader.api import Student
from sqlalchemy import Boolean, Column, MetaData, Table, insert, inspect

from grading.course import Course
from grading.gradebook import own_tables, transaction
from grading.people import removed
from grading.people.changes import Changes
from grading.results.read import Person, read_people
from grading.submission.folder import Submission

# A list may be emptied again, and nbgrader's tables have no place for having had one.
MEMORY = Table(
    "dp_class_list", MetaData(), Column("imported", Boolean, primary_key=True)
)


def is_class_list(people: list[Person]) -> bool:
    """Does the gradebook say more of anybody than an id, which grading enters, too?"""
    return any(
        person.first_name or person.last_name or person.email or person.lms_user_id
        for person in people
    )


def has_class_list(course: Course, people: list[Person]) -> bool:
    """Was a class list ever entered into the gradebook? If so, that is remembered."""
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
) -> tuple[list[Submission], dict[Submission, str]]:
    """The submissions of those in the class, and of those who are not, with what to do."""
    people = read_people(course)
    ids, days = {person.id for person in people}, removed.read_days(course)
    has_list = has_class_list(course, people)
    strangers = {
        one: why_not(one.student, days)
        for one in chosen
        if one.student not in ids and (has_list or one.student in days)
    }
    return [one for one in chosen if one not in strangers], strangers


def why_not(student: str, days: removed.Days) -> str:
    """What to do about a submission of somebody who is not in the class."""
    if student in days:
        return f"so not graded: {removed.sentence(student, days[student])}"
    return (
        f"not in the class list, so not graded: enter {student} in it (grading class "
        f"FILE.csv), or remove submitted/{student}"
    )


def enter(course: Course, changes: Changes) -> None:
    """Enter what a class list changes: all of it, or nothing."""
    with transaction(course) as gradebook:
        removed.forget(own_tables(gradebook), [row.id for row in changes.new])
        for row in [*changes.new, *changes.changed]:
            there = gradebook.db.get(Student, row.id)
            if there is None:
                gradebook.db.add(Student(id=row.id, **row.facts))
            for name, value in row.facts.items() if there else ():
                setattr(there, name, value)
    has_class_list(course, read_people(course))
