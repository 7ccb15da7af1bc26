"""A class list's file: a plain table, Moodle's participants or grades, Canvas's gradebook.

What the platforms write was read in their sources (Moodle: ``user/action_redir.php`` and
``grade/export/txt``, Canvas: ``lib/gradebook_exporter.rb``).
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from grading.course import CourseError
from grading.text_files import Table, read_table, readable

# What nbgrader knows of a student, and the headings under which it may stand.
COLUMNS = {
    "first_name": ("first_name", "FirstName"),
    "last_name": ("last_name", "LastName", "Surname"),
    "email": ("email", "Email address"),
    "lms_user_id": ("lms_user_id", "ID number"),
}
PLAIN_ID = "id"
MOODLE_IDS = ("Username", "ID number", "Email address")
CANVAS_IDS = ("SIS Login ID", "ID")
WHAT = "class list"
ADVICE = (
    f"Wanted are the columns id and, as far as known, {', '.join(COLUMNS)}; or the file as "
    "Moodle (switched to English) or Canvas writes it. --id COLUMN names another column for "
    "the id."
)
CANVAS_TEST = {("Test", "Student"), ("Student", "Test")}


@dataclass
class Row:
    """A student as the file has them. `said` is the id there, `id` what it becomes here."""

    line: int
    said: str
    facts: dict[str, str | None]
    id: str = ""


@dataclass
class ClassFile:
    """What a file says: rows, from which column ids are, and what was not read."""

    path: Path
    id_column: str
    rows: list[Row] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def read_class(path: Path, id_column: str = "") -> ClassFile:
    """The class list in `path`, with ids from `id_column`, or from the usual one."""
    table = read_table(path, (id_column,) if id_column else (), WHAT, ADVICE)
    found = ClassFile(path, id_column or usual_id(table))
    columns = columns_of(table, is_canvas(table))
    for line, cells in zip(table.lines, table.rows, strict=True):
        facts = {
            name: unquoted(table.cell(cells, one)) for name, one in columns.items()
        } | names_in(table, cells)
        if is_canvas(table) and not facts["lms_user_id"]:
            continue  # the maximum of points, and what is not shown yet
        if (facts.get("first_name"), facts.get("last_name")) in CANVAS_TEST:
            found.left_out.append(f"line {line}: the platform's test student")
            continue
        said = table.cell(cells, found.id_column)
        found.rows.append(Row(line, said, facts))
    if not found.rows:
        raise CourseError(f"{path} names no students. {ADVICE}")
    if table.place(PLAIN_ID) is not None and not is_canvas(table):
        used = {table.place(one) for one in (found.id_column, *columns.values())}
        headings = enumerate(table.headings)
        found.unused = [one for place, one in headings if one and place not in used]
    return found


def is_canvas(table: Table) -> bool:
    """Is it Canvas's gradebook?"""
    return all(table.place(one) is not None for one in ("SIS Login ID", "ID"))


def usual_id(table: Table) -> str:
    """The column that the id is taken from where nobody names one."""
    if is_canvas(table):
        usual: tuple[str, ...] = CANVAS_IDS
    elif table.place(PLAIN_ID) is not None:
        return PLAIN_ID
    else:
        usual = MOODLE_IDS
    for heading in usual:
        if is_filled(table, heading):
            return heading
    shown = ", ".join(map(readable, table.headings)) or "none"
    raise CourseError(
        f"{table.path} is no {WHAT}: it has no column {PLAIN_ID}, but {shown}. {ADVICE}"
    )


def columns_of(table: Table, canvas: bool) -> dict[str, str]:
    """By what nbgrader knows the column that has it; an empty column is none."""
    found = {
        name: next((one for one in headings if is_filled(table, one)), "")
        for name, headings in COLUMNS.items()
    }
    if canvas:
        found["lms_user_id"] = "ID"
    return {name: heading for name, heading in found.items() if heading}


def is_filled(table: Table, heading: str) -> bool:
    place = table.place(heading)
    return place is not None and any(cells[place].strip() for cells in table.rows)


def names_in(table: Table, cells: list[str]) -> dict[str, str | None]:
    """First and last name as Canvas writes them in one cell, "Lovelace, Ada"."""
    if not is_canvas(table) or table.place("Student") is None:
        return {}
    last, _, first = (unquoted(table.cell(cells, "Student")) or "").partition(",")
    return {"first_name": first.strip() or None, "last_name": last.strip() or None}


def unquoted(said: str) -> str | None:
    """What a cell says, which Canvas writes ="..." where it would be a formula."""
    return re.sub(r'^="(.*)"$', r"\1", said) or None
