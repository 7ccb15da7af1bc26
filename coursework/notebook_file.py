"""Reading a submitted file as a notebook: as data, whatever else is wrong with it.

What cannot be read is named, together with what helps. What nobody uses (outputs, the state
of widgets, text after the end of the notebook) stops nothing.
"""

import codecs
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import from_dict

MOST_BYTES = 50 * 2**20  # of a notebook's file, not counting outputs
MOST_WITH_OUTPUTS = 200 * 2**20

TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]', re.DOTALL)
UNUSED = ('"outputs"', '"widgets"')  # keys, whatever lies under them
VALUE = re.compile(r"\s*:\s*(?=[\[{])")
CONFLICT = re.compile(r"^(<{7}|>{7})(?=\s|$)", re.MULTILINE)
PICTURE_IN_TEXT = re.compile(r"data:(image/[\w.+-]{1,20});base64,([A-Za-z0-9+/=%]++)")

# What does not open cannot be saved once more.
EARLIER = (
    "take an earlier version of it, such as the one that JupyterLab keeps beside it in the "
    "hidden folder .ipynb_checkpoints"
)
KINDS = (  # how a file begins that is something else, what that is, and what helps
    (
        b"%PDF",
        "it is a PDF: the notebook itself is needed, the file that ends in .ipynb",
    ),
    (b"PK\x03\x04", "it is a zip archive or an Office document: unpack it"),
    (b"Rar!", "it is a rar archive: unpack it"),
    (b"7z\xbc\xaf", "it is a 7z archive: unpack it"),
    (b"\x1f\x8b", "it is a gz archive: unpack it"),
    (b"\x89PNG", "it is a picture: the notebook itself is needed, not a screenshot"),
    (b"\xff\xd8\xff", "it is a picture: the notebook itself is needed, not a photo"),
    (
        b"{\\rtf",
        (
            "it was saved as rich text (RTF) by a text editor: download the notebook once "
            "more and leave its file as it is"
        ),
    ),
    (
        b"<",
        (
            "it is a web page (HTML): in JupyterLab choose File > Download, in Colab File > "
            "Download > Download .ipynb, instead of the browser's Save page"
        ),
    ),
    (
        b"version https://git-lfs",
        "it is a pointer of Git LFS, without the notebook: run git lfs pull",
    ),
)


class NotANotebook(ValueError):
    """A file that holds something else than a notebook. Says what it is and what helps."""


@dataclass(frozen=True)
class HandedInCell:
    """A cell as it was handed in. `grade_id` and `id` are "" where it has none.

    `attachments` are pictures by name, as nbformat keeps them. `as_released`: by the
    checksum that it was released with, nobody has changed it since.
    """

    kind: str
    source: str
    grade_id: str
    id: str
    attachments: dict = field(default_factory=dict, compare=False)
    as_released: bool = False


@dataclass(frozen=True)
class HandedIn:
    """A notebook as it was handed in, and remarks that its author may read."""

    cells: list[HandedInCell]
    remarks: list[str]


def read_cells(path: Path) -> list[HandedInCell]:
    """The cells of a notebook file; NotANotebook as `read_notebook`."""
    return read_notebook(path).cells


def read_notebook(path: Path) -> HandedIn:
    """A notebook file of format 3 or 4, whatever else is wrong with it.

    NotANotebook if it holds something else or too much.
    """
    if path.stat().st_size > MOST_WITH_OUTPUTS:
        raise NotANotebook(
            f"it is larger than {MOST_WITH_OUTPUTS // 2**20} MiB: clear its outputs (Edit > "
            "Clear Outputs of All Cells) and save it"
        )
    text = decoded(path.read_bytes())
    if len(text) > MOST_BYTES:
        text = without_unused(text)
    if len(text) > MOST_BYTES:
        raise NotANotebook(
            f"it holds more than {MOST_BYTES // 2**20} MiB, even without outputs: take "
            "large pictures and pasted data out and save it"
        )
    data, remarks = parsed(text)
    return HandedIn([as_cell(raw) for raw in raw_cells(data)], remarks)


def decoded(raw: bytes) -> str:
    """The text of a file in one of the encodings that JSON may have."""
    start = raw[:1000].removeprefix(codecs.BOM_UTF8).lstrip()
    for begin, words in KINDS:
        if start.startswith(begin) and not start.startswith(b"<<<<<<<"):
            raise NotANotebook(words)
    if not raw.strip(b"\0 \t\r\n"):
        what = "it is empty" if not raw else "it holds nothing but blanks or zeros"
        raise NotANotebook(
            f"{what}, as after a full disk or an upload that broke off: take the copy on "
            "the machine where it was written"
        )
    try:
        return raw.decode(json.detect_encoding(raw), "surrogatepass").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise NotANotebook(
            f"line {line} has a byte that is no UTF-8 text ({error.reason}): if a text "
            "editor has saved it, save it there with the encoding UTF-8; otherwise "
            + EARLIER
        ) from None


def parsed(text: str) -> tuple[object, list[str]]:
    """The JSON in `text`, and a remark if something follows it."""
    start = len(text) - len(text.lstrip(" \t\r\n"))
    try:
        data, end = json.JSONDecoder().raw_decode(text, start)
    except RecursionError:
        raise NotANotebook(f"its brackets nest too deeply: {EARLIER}") from None
    except ValueError as error:
        raise NotANotebook(diagnosis(text, error)) from None
    rest = text[end:].strip("\0 \t\r\n")
    if not rest:
        return data, []
    if found := CONFLICT.search(text, end):
        raise NotANotebook(conflict(text, found))
    if '"cells"' in rest:
        raise NotANotebook(
            f"after the notebook's end, {place(text, end)}, a second one follows: delete "
            "one of the two in a text editor"
        )
    return data, [f"not used: what follows the notebook's end ({len(rest)} characters)"]


def diagnosis(text: str, error: ValueError) -> str:
    """Why `text` is no JSON, and what helps."""
    if found := CONFLICT.search(text):
        return conflict(text, found)
    position = getattr(error, "pos", 0)
    broken_off = str(error).startswith("Unterminated") or position >= len(text.rstrip())
    if broken_off and text.lstrip().startswith("{"):
        return (
            f"it ends in the middle, {place(text, len(text))}: it was cut off while it was "
            "saved or uploaded. Take the copy on the machine where it was written"
        )
    if not text.lstrip().startswith(("{", "[")):
        return "it is some text: the notebook itself is needed, the file that ends in .ipynb"
    said = getattr(error, "msg", str(error))
    return f"{place(text, position)} is no JSON ({said}): {EARLIER}"


def conflict(text: str, found: re.Match) -> str:
    where = place(text, found.start())
    return (
        f"it holds the marks of a merge that Git could not finish ({where}): keep one "
        "version (git checkout --ours FILE, or --theirs), or delete the lines with "
        "<<<<<<<, =======, >>>>>>> and one of the two versions in a text editor"
    )


def place(text: str, position: int) -> str:
    return f"line {text.count(chr(10), 0, position) + 1}"


def without_unused(text: str) -> str:
    """A notebook's JSON with null in place of what is dropped anyway, such as outputs."""
    parts, kept, depth, start, outer = [], 0, 0, None, 0
    for token in TOKEN.finditer(text):
        first = text[token.start()]
        if first == '"':
            value = VALUE.match(text, token.end())
            if start is None and value and text.startswith(UNUSED, token.start()):
                start, outer = value.end(), depth
        elif first in "[{":
            depth += 1
        else:
            depth -= 1
            if start is not None and depth == outer:
                parts += [text[kept:start], "null"]
                kept, start = token.end(), None
    return "".join([*parts, text[kept:]])


def raw_cells(data: object) -> list[dict]:
    """The cells in the JSON of a notebook of format 3 or 4."""
    if not isinstance(data, dict):
        raise NotANotebook(f"it holds no notebook: {EARLIER}")
    if "doc_id" in data:
        raise NotANotebook(
            "it is a link into Google Drive and holds no cells: in Colab choose File > "
            "Download > Download .ipynb"
        )
    sheets = data.get("worksheets")  # format 3 and older
    raw = data.get("cells")
    if raw is None and isinstance(sheets, list):
        found = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        raw = [cell for cells in found if isinstance(cells, list) for cell in cells]
    if not isinstance(raw, list):
        raise NotANotebook(f"it holds no cells: {EARLIER}")
    return [cell for cell in raw if isinstance(cell, dict)]


def as_cell(raw: dict) -> HandedInCell:
    source = raw.get("source", raw.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    metadata = raw.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    marks = marks if isinstance(marks, dict) else {}
    grade_id = marks.get("grade_id")
    kind, source, grade_id, name = (
        as_text(part)
        for part in (raw.get("cell_type"), source, grade_id, raw.get("id"))
    )
    attachments = raw.get("attachments")
    pictures = dict(attachments) if isinstance(attachments, dict) else {}
    if kind != "code":
        source = with_pictures_aside(source, pictures)
    unchanged = bool(grade_id) and is_as_released(kind, source, marks)
    return HandedInCell(kind, source, grade_id, name, pictures, unchanged)


def as_text(part: object) -> str:
    """`part` if it is text that a file can hold, else ""."""
    if not isinstance(part, str):
        return ""
    # Half a surrogate pair is JSON, but no text that could be saved.
    return part.encode("utf-8", "replace").decode("utf-8")


def with_pictures_aside(source: str, attachments: dict) -> str:
    """A text with each picture that stands in it, as Colab pastes them, as an attachment."""

    def aside(found: re.Match) -> str:
        ending = re.sub(r"\W", "", found[1].partition("/")[2])
        name = f"pasted-{len(attachments) + 1}.{ending}"
        attachments[name] = {found[1]: found[2]}
        return f"attachment:{name}"

    return PICTURE_IN_TEXT.sub(aside, source)


def is_as_released(kind: str, source: str, marks: dict) -> bool:
    """Does a cell have the checksum that nbgrader has released it with?"""
    # Here, because nbgrader takes seconds to come, and executing does without.
    from nbgrader.utils import compute_checksum

    cell = {"cell_type": kind, "source": source, "metadata": {"nbgrader": marks}}
    try:
        return marks.get("checksum") == compute_checksum(from_dict(cell))
    except Exception:  # noqa: BLE001 (metadata may hold anything)
        return False
