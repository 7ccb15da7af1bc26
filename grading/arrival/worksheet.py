"""Moodle's grading worksheet: what the zip file lacks, times of handing in and addresses."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from grading.course import CourseError
from grading.text_files import Table, is_broken, read_table
from grading.times import NotATime, parse_time

WHO, NAME = "Identifier", "Full name"
WHEN = "Last modified (submission)"
WHAT = "grading worksheet of Moodle's in English"
ADVICE = "Switch Moodle to English and choose Download grading worksheet once more."


@dataclass(frozen=True)
class Entry:
    """What Moodle's grading worksheet says of one participant."""

    email: str
    id_number: str
    handed_in: datetime.datetime | None
    name: str = ""


def read_worksheet(path: Path, zone: datetime.tzinfo | None) -> dict[str, Entry]:
    """The entries by the participants' numbers. Times are of `zone`, the course's."""
    table = read_table(path, (WHO, WHEN), WHAT, ADVICE)
    entries = {}
    for row in table.rows:
        who = table.cell(row, WHO)
        said = table.cell(row, WHEN).strip(" -")
        try:
            time = parse_time(said, zone) if said else None
        except NotATime as error:
            raise CourseError(
                f"{path}, {who}: {error}. Wanted is, say, Sunday, 31 January 2027, 9:15 PM."
            ) from None
        entries[number_in(who)] = Entry(
            table.cell(row, "Email address"),
            table.cell(row, "ID number"),
            time,
            name_in(table, row),
        )
    return entries


def name_in(table: Table, row: list[str]) -> str:
    """A participant's name; "" if it cannot be read, for collecting does without."""
    place = table.place(NAME)
    name = "" if place is None else row[place].strip()
    return "" if is_broken(name) else name


def number_in(who: str) -> str:
    """The participant's number, as in Participant 1234567; "" if there is none."""
    return re.findall(r"\d*$", who)[0]
