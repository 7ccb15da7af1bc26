"""Text and tables that instructors bring, in the encodings and formats that programs write.

Nothing is guessed: a file without a mark of its encoding is UTF-8, or UTF-16 where every
other byte is zero. What is neither is refused by name, unless only cells that nobody asks
for are affected.
"""

import codecs
import csv
import io
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from coursework.terminal import in_one_line
from grading.course import CourseError

MARKS = (  # UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    *((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")),
    *((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
)
FORMATS = (
    (b"PK\x03\x04", "a workbook or zip file (.xlsx, .ods)"),
    (b"\xd0\xcf\x11\xe0", "a workbook of an old Excel (.xls)"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a text of a word processor (.rtf)"),
    (b"\x1f\x8b", "a compressed file (.gz)"),
    (b"Rar!", "a compressed file (.rar)"),
)
SEPARATORS = ",;\t"
HOW = "In the spreadsheet choose Save as, CSV UTF-8, and give that file."
MOST_BYTES = 50 * 2**20


class NotText(ValueError):
    """Bytes that are no text in an encoding that can be told."""


def decode(content: bytes, errors: str = "strict") -> str:
    """The text that `content` is; NotText if its encoding cannot be told."""
    mark, encoding = encoding_of(content)
    rest = content.removeprefix(mark)
    try:
        return rest.decode(encoding, errors if encoding == "utf-8" else "strict")
    except UnicodeDecodeError as error:
        raise NotText(str(error)) from None


def encoding_of(content: bytes) -> tuple[bytes, str]:
    """The mark with which `content` begins, if it has one, and its encoding."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return mark, encoding
    return b"", encoding_without_mark(content)


def encoding_without_mark(content: bytes) -> str:
    """UTF-16 shows by the zeros beside the letters, digits and separators of a first line."""
    start = content.split(b"\n", 1)[0][:200]
    start = start[: len(start) & ~1]
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(start) > 1 and not any(start[place::2]) and all(start[1 - place :: 2]):
            return encoding
    return "utf-8"


@dataclass
class Table:
    """The rows of a file below its headings, and where each stands in the file."""

    path: Path
    headings: list[str]
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def place(self, heading: str) -> int | None:
        """Which column has a heading, however its words are written; None if none has."""
        alike = [
            place
            for place, one in enumerate(self.headings)
            if same_heading(one) == same_heading(heading)
        ]
        exact = [place for place in alike if self.headings[place] == heading]
        found = exact or alike
        if len(found) > 1:
            written = ", ".join(sorted({self.headings[place] for place in found}))
            raise CourseError(f"{self.path} has two columns {heading} ({written}).")
        return found[0] if found else None

    def cell(self, row: list[str], heading: str) -> str:
        """What stands in a row under a heading, "" if there is no such column."""
        place = self.place(heading)
        return "" if place is None else checked(self.path, row[place]).strip()


def same_heading(heading: str) -> str:
    """What First_Name, first name and FIRSTNAME have in common."""
    return re.sub(r"[\s_-]+", "", unicodedata.normalize("NFKC", heading).casefold())


def read_rows(path: Path) -> list[tuple[int, list[str]]]:
    """The rows of the table in `path`, with the number of each one's first line."""
    text = read_text(path)
    if not text.splitlines():
        raise CourseError(f"{path} is empty.")
    separator, start = separator_of(text)
    return rows_of(path, text[start:], separator, first=2 if start else 1)


def separator_of(text: str) -> tuple[str, int]:
    """What separates the cells of a table, and where in `text` its first line begins."""
    if named := re.match(r"sep=(.)\r?\n", text):  # as Excel writes it
        return named[1], named.end()
    # The separator is what splits the first line, whatever stands in quotes.
    line = text.splitlines()[0]
    counts = {sep: len(next(csv.reader([line], delimiter=sep))) for sep in SEPARATORS}
    return max(counts, key=counts.__getitem__), 0


def read_text(path: Path) -> str:
    """The text of a file, in which bytes that are none are kept apart (`checked`)."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CourseError(f"{path} is larger than {MOST_BYTES // 2**20} MiB.")
        content = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror}).") from None
    for start, what in FORMATS:
        if content.startswith(start):
            raise CourseError(f"{path} is {what}, no table as text. {HOW}")
    try:
        text = decode(content, errors="surrogateescape")
    except NotText:
        raise CourseError(f"{path} is damaged UTF-16 or UTF-32. {HOW}") from None
    if "\0" in text:
        raise CourseError(f"{path} holds no text. {HOW}")
    if re.match(r"\s*<(!doctype|html|\?xml|table)", text, re.IGNORECASE):
        raise CourseError(f"{path} is a web page or XML, no table as text. {HOW}")
    return text


def rows_of(
    path: Path, text: str, separator: str, first: int
) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, line = [], first
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                # The same letters may be written in two ways.
                cells = [unicodedata.normalize("NFC", cell) for cell in row]
                rows.append((line, cells))
            line = first + reader.line_num
    except csv.Error as error:
        raise CourseError(
            f"{path} cannot be read as a table from line {line} on ({error}): is a "
            "quotation mark missing?"
        ) from None
    return rows


def read_table(path: Path, wanted: tuple[str, ...], what: str, advice: str) -> Table:
    """The table in `path`, which has the columns `wanted`; else it is no `what`."""
    (_, first), *rest = read_rows(path) or [(1, [])]
    headings = [heading.strip() for heading in first]
    table = Table(path, headings)
    if missing := [heading for heading in wanted if table.place(heading) is None]:
        shown = ", ".join(readable(heading) for heading in headings) or "none"
        raise CourseError(
            f"{path} is no {what}: it has no column {' and '.join(missing)}, but {shown}. "
            f"{advice}"
        )
    for line, cells in rest:
        if any(cell.strip() for cell in cells[len(headings) :]):
            raise CourseError(
                f"{path}, line {line}: it has more cells than there are columns. A text "
                "that holds the separator has to stand in quotation marks."
            )
        cells += [""] * (len(headings) - len(cells))
        table.rows.append(cells)
        table.lines.append(line)
    return table


def checked(path: Path, cell: str) -> str:
    """`cell`, refused where bytes in it are no text that can be told."""
    if cell.isprintable() or not is_broken(cell):
        return cell
    raise CourseError(
        f"{path} is not in UTF-8 (in Windows-1252, Excel's plain CSV, one cell would read "
        f"{readable(cell)!r}). {HOW}"
    )


def is_broken(text: str) -> bool:
    return any("\udc80" <= letter <= "\udcff" for letter in text)


def readable(text: str) -> str:
    """`text` for a message, with broken bytes as an old Windows would read them."""
    read = text.encode("utf-8", "surrogateescape").decode(
        "cp1252" if is_broken(text) else "utf-8", "replace"
    )
    return in_one_line(read)
