"""Which of the course's cells a submitted cell is, and which exercise a notebook is of."""

from collections import Counter
from collections.abc import Iterable, Mapping

from nbformat.notebooknode import NotebookNode

from coursework.cells import is_solution
from coursework.names import names_defined
from coursework.notebook_file import HandedInCell

FEWEST = 3  # marks of an exercise, to take a notebook for its
MARGIN = 4  # how often as many marks another exercise must have than the expected one


def recognize(cells: list[HandedInCell], released: NotebookNode) -> list[int | None]:
    """For each of `cells` its place in the notebook, None for one that was added.

    By ``grade_id``, else by id. A cell that has lost both is known by its text, by what it
    defines, by its heading, or, a written answer, by standing after its question.
    """
    ids = {cell.id: place for place, cell in enumerate(released.cells)}
    places = [ids.get(cell.grade_id, ids.get(cell.id)) for cell in cells]
    lost = set(range(len(released.cells))) - set(places)
    of_code, of_text = known_by(released, lost)
    answers = {place for place in lost if is_written_answer(released.cells[place])}
    for number, cell in enumerate(cells):
        if places[number] is not None:
            continue
        words = names_defined(cell.source) if cell.kind == "code" else []
        known = [of_code[name] for name in words if name in of_code]
        before = places[number - 1] if number else None
        text = normal(cell.source)
        if text in of_text:
            places[number] = of_text[text]
        elif known:
            places[number] = known[0]
        elif cell.kind != "code" and heading_of(cell.source) in of_text:
            places[number] = of_text[heading_of(cell.source)]
        elif cell.kind == "markdown" and before is not None and before + 1 in answers:
            places[number] = before + 1
    return places


def known_by(
    released: NotebookNode, lost: Iterable[int]
) -> tuple[dict[str, int], dict[str, int]]:
    """The places of `lost` cells by what they define, and by their text and heading."""
    of_code: dict[str, int] = {}
    of_text: dict[str, int] = {}
    for place in lost:
        cell = released.cells[place]
        if is_solution(cell):
            of_code |= {name: place for name in names_defined(cell.source)}
        elif title := heading_of(cell.source):
            of_text[title] = place
        of_text[normal(cell.source)] = place
    return of_code, of_text


def heading_of(source: str) -> str:
    """The heading that a text begins with, "" if it begins with none."""
    first = source.strip().partition("\n")[0]
    return f"# {first.lstrip('#').strip()}" if first.startswith("#") else ""


def normal(source: str) -> str:
    """A source without the blanks that editors take away or add."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def is_written_answer(cell: NotebookNode) -> bool:
    return is_solution(cell) and cell.cell_type == "markdown"


class Releases:
    """The released notebooks of a course, and what tells them apart: ids and texts of cells.

    What several have, such as the id "setup", tells nothing.
    """

    def __init__(self, notebooks: Mapping[str, NotebookNode]):
        self.notebooks = notebooks
        marks = {name: marks_in(notebook) for name, notebook in notebooks.items()}
        counts = Counter(mark for some in marks.values() for mark in some)
        self.telling = {
            name: {mark for mark in some if counts[mark] == 1}
            for name, some in marks.items()
        }

    def exercise_of(self, cells: list[HandedInCell], expected: str) -> str:
        """The exercise that a notebook's cells are of, "" if too few tell.

        It is another one than `expected` only if that is clear.
        """
        given = {mark for cell in cells for mark in marks_of(cell)}
        shared = {name: len(given & some) for name, some in self.telling.items()}
        best = max(shared, key=shared.__getitem__, default="")
        if shared.get(best, 0) < FEWEST:
            return ""
        own = shared.get(expected, 0)
        return best if shared[best] > MARGIN * own else expected


def marks_in(released: NotebookNode) -> set[str]:
    """What an exercise's cells are known by: ids and texts."""
    return {
        mark
        for cell in released.cells
        for mark in (f"id {cell.id}", f"text {normal(cell.source)}")
    }


def marks_of(cell: HandedInCell) -> tuple[str, ...]:
    return (
        *(f"id {name}" for name in (cell.grade_id, cell.id) if name),
        f"text {normal(cell.source)}",
    )
