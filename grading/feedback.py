"""Feedback: what a student may see of the graded notebook, and no line of a hidden test."""

import copy
import os
import re
import shutil

from nbconvert.filters import strip_ansi
from nbformat.notebooknode import NotebookNode

from grading.course import UNFINISHED, Course, CourseError
from grading.execute import is_own, is_test

HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS\n(.*?)### END HIDDEN TESTS", re.DOTALL)
FRAME = re.compile(r"Cell In\s?\[(\d+)\], line (\d+), in ([\w.<>]+)")
MOST_SAID = 1000  # characters of an error's message
SHORTEST = 8  # a shorter line says nothing, and stands in anybody's code


def for_student(notebook: NotebookNode) -> NotebookNode:
    """Tasks' headings, the student's own cells with outputs, and each test in a sentence.

    A test cell has no source and no outputs any more. ``metadata.grading.passed`` says
    how it ended and ``metadata.grading.sentence`` what its author says to that.
    """
    hidden = hidden_lines(notebook)
    shown = copy.deepcopy(notebook)
    own = {
        cell.execution_count: cell
        for cell in notebook.cells
        if cell.cell_type == "code" and is_own(cell)
    }
    shown.cells = without_empty_parts(
        [cell for cell in shown.cells if is_own(cell) or is_test(cell) or heading(cell)]
    )
    for cell in shown.cells:
        if is_test(cell):
            error = last_error(cell)
            marks = {"passed": error is None, "sentence": "", "where": []}
            if error is not None:
                marks["sentence"] = redact(sentence_of(error), hidden)
                marks["where"] = places_in(error, own)
            cell.metadata["grading"] = NotebookNode(marks)
            cell.source, cell.outputs = "", []
        elif not is_own(cell):
            cell.metadata["heading"], cell.source = True, heading(cell)
        elif cell.cell_type == "code":
            cell.outputs = [redact(output, hidden) for output in cell.outputs]
    return shown


def write_feedback(course: Course, exercise: str, student: str) -> None:
    """Write ``feedback/STUDENT/EXERCISE/EXERCISE.html``, all of it or nothing."""
    result = course.aside.generate_feedback(exercise, student, force=True)
    if not result["success"]:
        raise CourseError(
            f"nbgrader could not write the feedback of {student} for {exercise}:\n"
            + result.get("log", "")
            + result["error"]
        )
    page = course.feedback_path(exercise, student)
    page.parent.mkdir(parents=True, exist_ok=True)
    written = course.root / UNFINISHED / student / exercise
    for path in sorted(written.iterdir(), key=lambda path: path == written / page.name):
        os.replace(path, page.with_name(path.name))
    shutil.rmtree(course.root / UNFINISHED)


def hidden_lines(notebook: NotebookNode) -> list[str]:
    """The lines of all hidden tests, the longest first."""
    lines = {
        line.strip()
        for cell in notebook.cells
        if is_test(cell)
        for part in HIDDEN.findall(cell.source)
        for line in part.splitlines()
    }
    return sorted(
        (line for line in lines if len(line) >= SHORTEST), key=len, reverse=True
    )


def redact(shown, hidden: list[str]):
    """`shown` with every line of a hidden test taken out, however deep it lies."""
    if isinstance(shown, str):
        plain = strip_ansi(shown)
        for line in hidden:
            if line in plain:
                plain = plain.replace(line, "[a line of a hidden test]")
                shown = plain
        return shown
    if isinstance(shown, list):
        return [redact(part, hidden) for part in shown]
    if isinstance(shown, dict):
        return NotebookNode({key: redact(part, hidden) for key, part in shown.items()})
    return shown


def heading(cell: NotebookNode) -> str:
    """The words of the last heading in a text of the course, "" if it has none."""
    found = re.findall(r"^##? (.+)$", cell.source, re.MULTILINE)
    return found[-1] if found and cell.cell_type == "markdown" else ""


def without_empty_parts(cells: list[NotebookNode]) -> list[NotebookNode]:
    """`cells` without headings under which nothing stands."""
    following = [*cells[1:], None]
    return [
        cell
        for cell, after in zip(cells, following, strict=True)
        if not heading(cell)
        or is_own(cell)
        or (after is not None and not heading(after))
    ]


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
    return f"{error.ename}: {said}" if said else error.ename


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
