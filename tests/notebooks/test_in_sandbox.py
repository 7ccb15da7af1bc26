"""Each exercise's own solution passes in the sandbox: no limit and no filter is in its way."""

import asyncio

import pytest
from shared import ROOT

from coursework.cells import is_test, last_error
from grading.course import Course
from grading.execution.execute import execute
from grading.nbgrader_steps import ExecuteInSandbox

COURSE = Course(ROOT)


@pytest.mark.parametrize("exercise", COURSE.exercises)
def test_the_solution_has_all_points(exercise):
    notebook = COURSE.read_notebook("source", exercise)
    limits = ExecuteInSandbox(config=COURSE.settings).limits(notebook)
    executed = asyncio.run(execute(notebook, {}, limits))
    assert executed.stopped == []
    tests = [cell for cell in executed.notebook.cells if is_test(cell)]
    assert tests and [last_error(cell) for cell in tests] == [None] * len(tests)
