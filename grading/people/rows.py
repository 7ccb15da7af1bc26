"""The rows of a student: nbgrader's, and those of the course's own tables."""

from nbgrader.api import (
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import (
    ColumnElement,
    MetaData,
    Table,
    delete,
    func,
    inspect,
    select,
    text,
)

from grading.gradebook import OWN_PREFIX, own_tables


def count_student(gradebook: Gradebook, student: str) -> dict[str, int]:
    """How many submissions, and rows of each of the course's own tables, a student has."""
    there = gradebook.db.get(Student, student)
    counts = {"submission": len(there.submissions) if there else 0}
    connection = own_tables(gradebook)
    for table, theirs in own_rows(gradebook, student):
        asked = select(func.count()).select_from(table).where(theirs)
        what = table.name.removeprefix(OWN_PREFIX).replace("_", " ")
        counts[what] = connection.execute(asked).scalar_one()
    return {what: count for what, count in counts.items() if count}


def remove_student(gradebook: Gradebook, student: str) -> None:
    """Take all rows of a student out, also of the course's own tables."""
    connection = own_tables(gradebook)
    if connection.dialect.name == "sqlite":
        # Else what is deleted stays legible in the file.
        connection.execute(text("PRAGMA secure_delete = ON"))
    for table, theirs in own_rows(gradebook, student):
        connection.execute(delete(table).where(theirs))
    if gradebook.db.get(Student, student):
        gradebook.remove_student(student)


def own_rows(
    gradebook: Gradebook, student: str
) -> list[tuple[Table, ColumnElement[bool]]]:
    """The course's own tables with something of a student's, and which rows that are.

    The column `student` says so, or `grade`, nbgrader's key of a grade. The database is
    asked, for a process has imported only some of `OWN_TABLES`.
    """
    connection = own_tables(gradebook)
    values = {"student": [student], "grade": own_grades(gradebook, student)}
    names = inspect(connection).get_table_names()
    tables = [
        Table(name, MetaData(), autoload_with=connection)
        for name in names
        if name.startswith(OWN_PREFIX)
    ]
    return [
        (table, table.c[column].in_(some))
        for table in tables
        for column, some in values.items()
        if column in table.c
    ]


def own_grades(gradebook: Gradebook, student: str) -> list[str]:
    """nbgrader's keys of all grades of a student."""
    rows = (
        gradebook.db.query(Grade.id)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(
            SubmittedAssignment,
            SubmittedNotebook.assignment_id == SubmittedAssignment.id,
        )
        .filter(SubmittedAssignment.student_id == student)
    )
    return [grade for (grade,) in rows]
