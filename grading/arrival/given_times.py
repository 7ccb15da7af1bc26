"""Times of handing in that the instructor gives, where a zip file has only the download's."""

import datetime
from pathlib import Path

from grading.course import CourseError
from grading.ids import id_of
from grading.text_files import read_table
from grading.times import UTC, NotATime, parse_time

WHAT = "list of times"
ADVICE = (
    "Wanted is a CSV file with the columns student (the id) and time, a row for each."
)
HOW_TO_KNOW = (
    "Nothing was collected. Say when they handed in, by Moodle's grading worksheet "
    "(--worksheet FILE) or a CSV file with the columns student and time (--times FILE), or "
    "take them all as in time (--no-late)."
)


def read_times(
    path: Path, zone: datetime.tzinfo | None, known: set[str]
) -> dict[str, datetime.datetime]:
    """The times by students' ids, of the course's zone where they have none."""
    table = read_table(path, ("student", "time"), WHAT, ADVICE)
    found: dict[str, datetime.datetime] = {}
    for line, row in zip(table.lines, table.rows, strict=True):
        named, said = table.cell(row, "student"), table.cell(row, "time")
        student = id_of(named, known)
        place = f"{path}, line {line}"
        if student not in known:
            raise CourseError(
                f"{place}: the gradebook has no student {named!r}. {ADVICE}"
            )
        if student in found:
            raise CourseError(f"{place}: {student} stands there twice. {ADVICE}")
        try:
            found[student] = parse_time(said, zone).astimezone(UTC)
        except NotATime as error:
            raise CourseError(f"{place}: {error}. {ADVICE}") from None
    return found
