"""Moodle's grading worksheet with marks filled in, and else as it came, byte for byte."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grading.arrival.worksheet import ADVICE, NAME, WHAT, WHO, number_in
from grading.course import CourseError
from grading.text_files import decode, encoding_of, read_table, separator_of

GRADE, MAXIMUM, OPEN = "Grade", "Maximum grade", "Grade can be changed"
LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass
class Filled:
    """The worksheet's new content, and in whose rows Moodle lets no grade be changed."""

    content: bytes
    locked: list[str] = field(default_factory=list)


def fill_in(path: Path, grades: Mapping[str, str], max_points: float) -> Filled:
    """The worksheet in `path` with `grades`, by the participants' numbers, in their cells."""
    table = read_table(path, (WHO, GRADE), WHAT, ADVICE)
    column = table.place(GRADE)
    assert column is not None  # read_table has seen to that
    locked = []
    for row in table.rows:
        if number_in(table.cell(row, WHO)) in grades:
            check_maximum(path, table.cell(row, MAXIMUM), max_points)
            if table.cell(row, OPEN).casefold() == "no":
                locked.append(table.cell(row, NAME) or table.cell(row, WHO))
    content = path.read_bytes()
    mark, encoding = encoding_of(content)
    text = decode(content, errors="surrogateescape")
    who = table.place(WHO) or 0
    filled, place = [], 0
    for spans in list(spans_of(text))[1:]:
        if len(spans) <= max(who, column):
            continue
        number = number_in(value_at(text, spans[who]).strip())
        if number in grades:
            start, end = spans[column]
            filled += [text[place:start], grades[number]]
            place = end
    new = "".join([*filled, text[place:]])
    errors = "surrogateescape" if encoding == "utf-8" else "strict"
    return Filled(mark + new.encode(encoding, errors), locked)


def check_maximum(path: Path, said: str, max_points: float) -> None:
    """Refuse a worksheet in which the same number of points would be another grade."""
    try:
        maximum = float(said.replace(",", "."))
    except ValueError:
        return  # it says none
    if abs(maximum - max_points) > 0.005:
        raise CourseError(
            f"{path}: in Moodle the maximum grade is {maximum:g}, but the exercise has "
            f"{max_points:g} points. Set the assignment's maximum grade to {max_points:g}, "
            "and choose Download grading worksheet once more."
        )


def spans_of(text: str) -> Iterator[list[tuple[int, int]]]:
    """Where in `text` the cells of each row of a table stand, with their quotation marks."""
    separator, place = separator_of(text)
    cell = re.compile(rf'"(?:[^"]|"")*"|[^{re.escape(separator)}\r\n]*')
    row: list[tuple[int, int]] = []
    while place < len(text):
        found = cell.match(text, place)
        assert found  # also where the cell is empty
        row.append(found.span())
        place = found.end()
        if text.startswith(separator, place):
            place += 1
            continue
        end = LINE_END.match(text, place)
        place = end.end() if end else len(text)
        if row != [(found.start(), found.start())]:
            yield row
        row = []
    if row:  # the last cell is empty, and no line ends behind it
        yield [*row, (place, place)]


def value_at(text: str, span: tuple[int, int]) -> str:
    """What a cell says."""
    cell = text[slice(*span)]
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell
