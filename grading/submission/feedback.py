"""Feedback: what a student may see of the graded notebook, and no line of a hidden test."""

import copy
import re

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import strip_ansi
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import GetGrades

from coursework.cells import (
    each_once,
    heading,
    is_own,
    is_test,
    last_error,
    own_by_number,
    places_in,
    sentence_of,
)
from grading.submission.expectations import WhatToExpect
from grading.submission.folder import Submission
from grading.submission.points import GetGradesWithin
from grading.verdict import Verdict

HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS\n(.*?)### END HIDDEN TESTS", re.DOTALL)
SHORTEST = 8  # a shorter line says nothing, and stands in anybody's code


class Compiled(BytecodeCache):
    """Templates as they were compiled for the first page: each exporter has Jinja anew."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


def for_student(notebook: NotebookNode) -> NotebookNode:
    """Tasks' headings, the student's own cells with outputs, and each test in a sentence.

    A test cell has no source and no outputs any more. ``metadata.result.passed`` says
    how it ended and ``metadata.result.sentence`` what its author says to that.
    """
    hidden = hidden_lines(notebook)
    shown = copy.deepcopy(notebook)
    if Verdict.of(notebook.metadata).status.is_unread:
        shown.cells = []  # an empty notebook is nobody's own
        return shown
    own = own_by_number(notebook)
    shown.cells = without_empty_parts(
        [cell for cell in shown.cells if is_own(cell) or is_test(cell) or heading(cell)]
    )
    for cell in shown.cells:
        if is_test(cell):
            error = last_error(cell)
            result = {"passed": error is None, "sentence": "", "where": []}
            if error is not None:
                result["sentence"] = redact(sentence_of(error), hidden)
                result["where"] = each_once(places_in(error, own))
            cell.metadata["result"] = NotebookNode(result)
            cell.source, cell.outputs = "", []
        elif not is_own(cell):
            cell.metadata["heading"], cell.source = True, heading(cell)
        elif cell.cell_type == "code":
            cell.outputs = [redact(output, hidden) for output in cell.outputs]
    return shown


def feedback_page(
    submission: Submission, gradebook: Gradebook, notebook: NotebookNode
) -> str:
    """The page that GenerateFeedback would make, with what `gradebook` will say."""
    nbgrader, exercise = submission.course.nbgrader, submission.exercise
    converter = GenerateFeedback(coursedir=nbgrader.coursedir, parent=nbgrader)
    exporter = converter.exporter_class(parent=converter, config=converter.config)
    exporter.environment.bytecode_cache = COMPILED
    for step in converter.preprocessors:
        exporter.register_preprocessor(within(step, gradebook, exporter), enabled=True)
    resources = {
        "metadata": {"name": exercise},
        "nbgrader": {
            "student": submission.student,
            "assignment": exercise,
            "notebook": exercise,
            "db_url": nbgrader.coursedir.db_url,
        },
    }
    page, _ = exporter.from_notebook_node(notebook, resources=resources)
    return page


def within(step, gradebook: Gradebook, exporter: HTMLExporter):
    """A step of nbgrader's as it reads from a gradebook that is open."""
    for kind, own in ((GetGrades, GetGradesWithin), (WhatToExpect, WhatToExpect)):
        if isinstance(step, type) and issubclass(step, kind):
            return own(gradebook, parent=exporter)
    return step


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
