"""What students read of their graded hand-ins: their own cells, and no hidden test."""

import re

import nbformat
import pytest
from shared import EXERCISES, ROOT

from coursework.cells import is_test
from grading.course import Course
from grading.execution.execute import judge
from grading.submission.feedback import for_student, hidden_lines, redact

COURSE = Course(ROOT)


@pytest.fixture(params=EXERCISES)
def graded(request):
    """An exercise's notebook after grading, where every test has failed and quotes itself."""
    notebook = COURSE.read_notebook("source", request.param)
    for count, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "code":
            cell.execution_count = count
        if is_test(cell):
            quoted = f"Cell In[{count}], line 1\n----> 1 {cell.source}"
            cell.outputs = [
                nbformat.v4.new_output("stream", name="stdout", text=cell.source),
                nbformat.v4.new_output(
                    "error",
                    ename="ValueError",
                    evalue=f"a hand-in quotes:\n{cell.source}",
                    traceback=[quoted, f"ValueError: {cell.source}"],
                ),
            ]
            judge(cell, "error", None)
    return notebook


def test_no_line_of_a_hidden_test_is_left(graded):
    tests = "\n".join(cell.source for cell in graded.cells if is_test(cell))
    for cell in graded.cells:
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get(
            "solution"
        ):
            # A hand-in that shows what it could read.
            cell.outputs = [
                nbformat.v4.new_output("stream", name="stdout", text=tests),
                nbformat.v4.new_output("display_data", {"text/plain": repr(tests)}),
            ]
    hidden = hidden_lines(graded)
    assert len(hidden) >= 20
    # Solutions and texts may share a line with a test.
    known = "\n".join(cell.source for cell in graded.cells if not is_test(cell))
    shown = "\n".join(strings_in(for_student(graded)))
    assert not [line for line in hidden if line in shown and line not in known]


def strings_in(value):
    """All texts in a notebook, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)


def test_every_test_has_a_sentence_and_neither_source_nor_output(graded):
    tests = [cell for cell in for_student(graded).cells if is_test(cell)]
    assert len(tests) == sum(is_test(cell) for cell in graded.cells)
    for cell in tests:
        assert cell.source == "" and cell.outputs == []
        assert cell.metadata.result.passed is False
        assert cell.metadata.result.sentence.startswith("ValueError: a hand-in quotes")


def test_every_task_has_its_heading(graded):
    titles = [
        re.search(r"^## (Task .+)$", cell.source, re.MULTILINE)
        for cell in graded.cells
        if cell.cell_type == "markdown"
    ]
    wanted = [found.group(1) for found in titles if found]
    shown = [cell.source for cell in for_student(graded).cells]
    assert wanted and [title for title in shown if title in wanted] == wanted


def test_redacting_reaches_every_depth():
    line = "assert secret(3) == 17"
    shown = {"data": {"text/plain": [f"x {line} y", "harmless"]}, "number": 3}
    assert redact(shown, [line]) == {
        "data": {"text/plain": ["x [a line of a hidden test] y", "harmless"]},
        "number": 3,
    }
    colored = "\x1b[31massert\x1b[0m secret(3) == 17"
    assert "secret" not in redact(colored, [line])
