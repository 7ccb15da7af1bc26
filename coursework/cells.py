"""What a cell of an exercise is, and what the outcome of a check says to the student."""

import re

from nbconvert.filters import strip_ansi
from nbformat.notebooknode import NotebookNode

ADDED = "added-"  # begins the id of a cell that a student has added
FRAME = re.compile(r"Cell In\s?\[(\d+)\], line (\d+), in ([\w.<>]+)")
MOST_SAID = 1000  # characters of an error's message


def is_solution(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def is_own(cell: NotebookNode) -> bool:
    """Did the student write it?"""
    return is_solution(cell) or cell.get("id", "").startswith(ADDED)


def is_test(cell: NotebookNode) -> bool:
    marks = cell.metadata.get("nbgrader", {})
    is_grade = marks.get("grade") and not marks.get("solution")
    return bool(is_grade) and cell.cell_type == "code"


def heading(cell: NotebookNode) -> str:
    """The words of the last heading in a text of the course, "" if it has none."""
    found = re.findall(r"^##? (.+)$", cell.source, re.MULTILINE)
    return found[-1] if found and cell.cell_type == "markdown" else ""


def last_error(cell: NotebookNode) -> NotebookNode | None:
    errors = [output for output in cell.outputs if output.output_type == "error"]
    return errors[-1] if errors else None


def sentence_of(error: NotebookNode) -> str:
    """What a test's author says to a failure, or what went wrong before it came to that."""
    said = strip_ansi(error.evalue).strip()
    if len(said) > MOST_SAID:
        said = f"{said[:MOST_SAID]} ..."
    if error.ename in ("AssertionError", "CellStopped"):
        return said or "this check has failed"
    if error.ename == "RecursionError":
        return f"RecursionError: a function calls itself without end ({said})"
    return f"{error.ename}: {said}" if said else error.ename


def own_by_number(notebook: NotebookNode) -> dict[int, NotebookNode]:
    """The student's own code cells by the number that stands before a cell once it ran."""
    return {
        cell.execution_count: cell
        for cell in notebook.cells
        if cell.cell_type == "code" and is_own(cell)
    }


def places_in(error: NotebookNode, own: dict[int, NotebookNode]) -> list[str]:
    """Where in the student's own cells the error came from, in the student's own words."""
    places = []
    for part in error.traceback:
        for count, number, name in FRAME.findall(strip_ansi(part)):
            lines = own[int(count)].source.splitlines() if int(count) in own else []
            if 0 < int(number) <= len(lines):
                line = lines[int(number) - 1].strip()
                places.append(f"in {name}, line {number} of its cell: {line}")
    return places


def each_once(places: list[str]) -> list[str]:
    """Each place once: a function that calls itself without end comes a thousand times."""
    once = list(dict.fromkeys(places))
    again = len(places) - len(once)
    return [*once, f"({again} more of the same calls)"] if again else once
