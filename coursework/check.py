"""Checking a notebook as grading will, but for the hidden tests.

The student's answers are put into the course's own copy of the notebook, which then runs
from a fresh start. The student's file stays as it is.
"""

import copy
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError
from nbformat.notebooknode import NotebookNode
from traitlets.config import Config

from coursework.answers import put_in, read_notebook
from coursework.cells import (
    heading,
    is_test,
    last_error,
    own_by_number,
    places_in,
    sentence_of,
)
from coursework.handout import Exercise, unreadable

SECONDS = 120  # for one cell, as in grading
# A kernel's option: exit() would end it a tenth of a second later, in another cell.
EXIT_DOES_NOTHING = "--IPKernelApp.exec_lines=get_ipython().ask_exit = lambda: None"
HIDDEN_FOLLOW = "Hidden tests follow when it is graded."


@dataclass(frozen=True)
class Check:
    """One visible check. `sentence` says in its author's words what is wrong, if it failed.

    `where` holds the places in the student's own cells that an error came from.
    """

    name: str
    task: str
    points: float
    passed: bool
    sentence: str = ""
    where: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Result:
    """What all visible checks of an exercise say. `remarks` are about the file as a whole."""

    exercise: str
    checks: list[Check]
    remarks: list[str]

    @property
    def failed(self) -> list[Check]:
        return [check for check in self.checks if not check.passed]

    @property
    def summary(self) -> str:
        """One sentence: how many checks passed of how many, and what follows."""
        count, total = len(self.checks) - len(self.failed), len(self.checks)
        passed = f"All {total}" if count == total else f"{count} of {total}"
        return f"{passed} visible checks passed. {HIDDEN_FOLLOW}"

    def as_data(self) -> dict:
        """All of it as JSON holds it."""
        return asdict(self) | {"summary": self.summary}


async def check(
    exercise: Exercise, on_cell: Callable[[int, int], None] = lambda done, total: None
) -> Result:
    """Run the answers in an exercise's notebook against its visible checks.

    `on_cell` is told before each cell how many are done, of how many. HandoutError if the
    file cannot be read as a notebook.
    """
    notebook = copy.deepcopy(exercise.released)
    try:
        handed_in = read_notebook(exercise.path)
        remarks = put_in(notebook, handed_in.cells, exercise.released)
    except (ValueError, OSError, RecursionError) as error:
        raise unreadable(exercise.path, error) from error
    run = Run(notebook, str(exercise.path.parent), on_cell)
    remarks = [*handed_in.remarks, *remarks, *await run.all_cells()]
    return Result(exercise.name, read_checks(notebook, run.passed), remarks)


class Run(NotebookClient):
    """One run of a notebook in a kernel of its own, to its end or to the kernel's."""

    def __init__(self, notebook: NotebookNode, folder: str, on_cell):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        super().__init__(
            notebook,
            # Where the kernel can encrypt what it says over the machine's ports, it does.
            config=Config(KernelManager={"transport_encryption": "auto"}),
            kernel_name="python3",
            extra_arguments=[EXIT_DOES_NOTHING],
            timeout=SECONDS,
            interrupt_on_timeout=True,
            allow_errors=True,
            record_timing=False,
            skip_cells_with_tag="",
            resources={"metadata": {"path": folder}},
            on_cell_start=lambda cell, cell_index: on_cell(
                cell_index, len(notebook.cells)
            ),
            on_cell_executed=self.note,
        )
        self.passed: set[str] = set()

    async def all_cells(self) -> list[str]:
        """Run them; remarks if that was not possible."""
        try:
            await self.async_execute()
        except DeadKernelError:
            return ["Python ended in the middle; the checks after that did not run."]
        return []

    def note(self, cell, cell_index, execute_reply):
        if execute_reply["content"]["status"] == "ok":
            self.passed.add(cell.id)


def read_checks(notebook: NotebookNode, passed: set[str]) -> list[Check]:
    """The checks of an executed notebook; `passed` are the ids of cells without an error."""
    checks, task, own = [], "", own_by_number(notebook)
    for cell in notebook.cells:
        task = heading(cell) or task
        if not is_test(cell):
            continue
        name, points = cell.metadata.nbgrader.grade_id, cell.metadata.nbgrader.points
        if cell.id in passed:
            check = Check(name, task, points, True)
        elif error := last_error(cell):
            written = error.ename != "NotImplementedError"
            places = places_in(error, own) if written else []
            check = Check(name, task, points, False, sentence_of(error), places)
        else:
            check = Check(name, task, points, False, "this check did not run")
        checks.append(check)
    return checks
