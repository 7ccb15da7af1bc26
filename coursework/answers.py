"""A student's answers: read from a notebook file as data, put into the course's own notebook.

Only the sources of solution cells and of code cells that the student has added are taken,
none of their metadata. So tests that were changed, deleted, copied or tagged are the
course's own again. The student's check and grading both start from here.
"""

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from coursework.cells import ADDED, is_solution

MOST_BYTES = 50 * 2**20  # of a notebook's file
MOST_TEXT = 2**20  # characters in all cells together


class NotANotebook(ValueError):
    """A file that holds something else than a notebook."""


@dataclass(frozen=True)
class HandedInCell:
    """A cell as it was handed in. `grade_id` and `id` are "" where it has none."""

    kind: str
    source: str
    grade_id: str
    id: str


def read_cells(path: Path) -> list[HandedInCell]:
    """The cells of a notebook file of format 3 or 4, whatever else is wrong with it.

    ValueError if it is not JSON, NotANotebook if it holds something else or too much.
    """
    if path.stat().st_size > MOST_BYTES:
        raise NotANotebook(f"it is larger than {MOST_BYTES // 2**20} MiB")
    data = json.loads(path.read_bytes())
    if not isinstance(data, dict):
        raise NotANotebook("it holds no notebook")
    sheets = data.get("worksheets")  # format 3 and older
    raw = data.get("cells")
    if raw is None and isinstance(sheets, list):
        found = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        raw = [cell for cells in found if isinstance(cells, list) for cell in cells]
    if not isinstance(raw, list):
        raise NotANotebook("it holds no cells")
    cells = [as_cell(cell) for cell in raw if isinstance(cell, dict)]
    if sum(len(cell.source) for cell in cells) > MOST_TEXT:
        raise NotANotebook(f"its cells hold more than {MOST_TEXT // 2**20} MiB of text")
    return cells


def as_cell(raw: dict) -> HandedInCell:
    source = raw.get("source", raw.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    metadata = raw.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    return HandedInCell(
        *(
            as_text(part)
            for part in (raw.get("cell_type"), source, grade_id, raw.get("id"))
        )
    )


def as_text(part: object) -> str:
    """`part` if it is text that a file can hold, else ""."""
    if not isinstance(part, str):
        return ""
    # Half a surrogate pair is JSON, but no text that could be saved.
    return part.encode("utf-8", "replace").decode("utf-8")


def put_in(
    notebook: NotebookNode, cells: list[HandedInCell], released: NotebookNode
) -> list[str]:
    """Put the answers among `cells` into the notebook, and added code where it stood.

    Gives remarks: sentences that the student may read.
    """
    places = recognise(cells, released)
    answers: dict[int, list[str]] = {}
    added: dict[int, list[str]] = {}  # code to run after the cell in this place
    last = -1
    for cell, place in zip(cells, places, strict=True):
        if place is None:
            if cell.kind == "code" and cell.source.strip():
                added.setdefault(last, []).append(cell.source)
            continue
        last = place
        if not is_solution(notebook.cells[place]):
            continue
        first = answers.setdefault(place, [])
        if first and notebook.cells[place].cell_type == "code":
            # A copied cell runs after the original, as it did for the student.
            added.setdefault(place, []).append(cell.source)
        elif cell.source not in first:
            first.append(cell.source)
    for place, sources in answers.items():
        stub = notebook.cells[place].source
        written = [source for source in sources if source != stub] or [stub]
        notebook.cells[place].source = "\n\n".join(written)
    missing = [
        cell.id
        for place, cell in enumerate(notebook.cells)
        if is_solution(cell) and place not in answers
    ]
    notebook.cells = list(with_added(notebook.cells, added))
    return [f"not among the cells handed in: {', '.join(missing)}"] if missing else []


def with_added(
    cells: list[NotebookNode], added: dict[int, list[str]]
) -> Iterator[NotebookNode]:
    number = 0
    for place in range(-1, len(cells)):
        if place >= 0:
            yield cells[place]
        for source in added.get(place, []):
            number += 1
            yield nbformat.v4.new_code_cell(source, id=f"{ADDED}{number}")


def recognise(cells: list[HandedInCell], released: NotebookNode) -> list[int | None]:
    """For each of `cells` its place in the notebook, None for one that was added.

    By ``grade_id``, else by id. A cell that has lost both is known by its text, by what it
    defines, or, a written answer, by standing after its question.
    """
    ids = {cell.id: place for place, cell in enumerate(released.cells)}
    places = [ids.get(cell.grade_id, ids.get(cell.id)) for cell in cells]
    lost = set(range(len(released.cells))) - set(places)
    texts = {released.cells[place].source.strip(): place for place in lost}
    defined = {
        name: place
        for place in lost
        if is_solution(released.cells[place])
        for name in names_defined(released.cells[place].source)
    }
    answers = {
        place
        for place in lost
        if is_solution(released.cells[place])
        and released.cells[place].cell_type == "markdown"
    }
    for number, cell in enumerate(cells):
        if places[number] is None:
            names = [name for name in names_defined(cell.source) if name in defined]
            before = places[number - 1] if number else None
            if cell.source.strip() in texts:
                places[number] = texts[cell.source.strip()]
            elif names:
                places[number] = defined[names[0]]
            elif (
                cell.kind == "markdown" and before is not None and before + 1 in answers
            ):
                places[number] = before + 1
    return places


def names_defined(source: str) -> list[str]:
    """The functions and classes that a cell defines; none if it is not Python."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [s.name for s in statements if isinstance(s, kinds)]
