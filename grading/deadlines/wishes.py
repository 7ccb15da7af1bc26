"""Extensions as a person asks for them: for one student, or in a file for many."""

import datetime
import difflib
from pathlib import Path

from nbgrader.api import Student

from grading.course import Course, CourseError
from grading.deadlines.extensions import Extensions
from grading.ids import id_of
from grading.text_files import read_table

WHAT = "list of extensions"
ADVICE = (
    "Wanted is a CSV file with the columns student, exercise and days, a row for each "
    "extension; all stands for every exercise, and 0 days take one back."
)
MOST_DAYS = 366.0


def for_student(
    course: Course, student: str, exercises: list[str], days: float
) -> Extensions:
    """The extensions of one student."""
    check_students(course, [student])
    time = time_of(days)
    return {(student, exercise): time for exercise in exercises}


def in_file(course: Course, path: Path) -> Extensions:
    """The extensions in a file: all of them, or an error that names the line."""
    table = read_table(path, ("student", "exercise", "days"), WHAT, ADVICE)
    found: Extensions = {}
    for line, row in zip(table.lines, table.rows, strict=True):
        student, name, days = (
            table.cell(row, heading) for heading in ("student", "exercise", "days")
        )
        try:
            check_students(course, [student])
            time = time_of(days_in(days))
            named = course.exercises if name == "all" else course.choose((name,))
        except CourseError as error:
            raise CourseError(f"{path}, line {line}: {error} {ADVICE}") from None
        for exercise in named:
            if (student, exercise) in found:
                raise CourseError(
                    f"{path}, line {line}: {student} has another row for {exercise}. "
                    "Nothing was entered."
                )
            found[student, exercise] = time
    if not found:
        raise CourseError(f"{path} has no rows. {ADVICE}")
    return found


def days_in(said: str) -> float:
    """The number of days in a cell; a comma may stand for the point."""
    try:
        return float(said.replace(",", "."))
    except ValueError:
        raise CourseError(f"{said!r} is no number of days.") from None


def time_of(days: float) -> datetime.timedelta:
    if not 0 <= days <= MOST_DAYS:  # also not a number
        raise CourseError(
            f"{days:g} days are no extension: at least 0, at most {MOST_DAYS:g}."
        )
    return datetime.timedelta(days=days)


def check_students(course: Course, students: list[str]) -> None:
    """Refuse students whom the gradebook does not know: a mistyped id would go unnoticed."""
    with course.nbgrader.gradebook as gradebook:
        known = [student for (student,) in gradebook.db.query(Student.id)]
    for student in students:
        if student not in known:
            close = difflib.get_close_matches(id_of(student, known), known, n=1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise CourseError(
                f"The gradebook has no student {student!r}.{hint} Enter the class first: "
                "grading class FILE.csv."
            )
