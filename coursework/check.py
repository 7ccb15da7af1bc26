"""Checking a notebook as grading will, but for the hidden tests.

The student's answers are put into the course's own copy of the notebook, which then runs
from a fresh start. The student's file stays as it is.
"""

import copy
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from nbformat.notebooknode import NotebookNode

from coursework import record
from coursework.answers import put_in
from coursework.cells import (
    each_once,
    heading,
    is_test,
    last_error,
    own_by_number,
    places_in,
    sentence_of,
)
from coursework.due import read_due, sentence
from coursework.handout import Exercise, Handout, HandoutError, unreadable
from coursework.notebook_file import HandedInCell, read_notebook
from coursework.run import SECONDS, Run, Step

NO_COPY = (
    "The course's own copy of this notebook is not here, so the checks were taken as they "
    "stand in the file."
)
HIDDEN_FOLLOW = "Hidden tests follow when it is graded."


@dataclass(frozen=True)
class Check:
    """One visible check. `sentence` says in its author's words what is wrong, if it failed.

    `where` holds the places in the student's own cells that an error came from. `ran` is
    False if Python had ended before, or this computer was too slow for the course's cells.
    """

    name: str
    task: str
    points: float
    passed: bool
    sentence: str = ""
    where: list[str] = field(default_factory=list)
    ran: bool = True


@dataclass(frozen=True)
class Result:
    """What all visible checks of an exercise say. `remarks` are about the file as a whole.

    `due` is a sentence on the due date, "" where none is known.
    """

    exercise: str
    checks: list[Check]
    remarks: list[str]
    due: str = ""

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
    exercise: Exercise,
    on_step: Callable[[Step], None] = lambda step: None,
    seconds: int = SECONDS,
) -> Result:
    """Run the answers in an exercise's notebook against its visible checks.

    `on_step` is told before each cell how far it is; a cell may take so many `seconds` by
    the clock. HandoutError if the file cannot be read as a notebook.
    """
    notebook = copy.deepcopy(exercise.released)
    try:
        handed_in = read_notebook(exercise.path)
        refuse_another(exercise, handed_in.cells)
        remarks = put_in(notebook, handed_in.cells, exercise.released)
    except (ValueError, OSError, RecursionError) as error:
        raise unreadable(exercise.path, error) from error
    run = Run(notebook, exercise.path.parent, on_step, seconds)
    remarks = [*handed_in.remarks, *remarks, *await run.all_cells()]
    if exercise.handout is None:
        remarks.append(NO_COPY)
    checks = read_checks(notebook, run)
    passed = [check.name for check in checks if check.passed]
    not_run = [check.name for check in checks if not check.ran]
    mark = record.fingerprint(exercise, handed_in.cells)
    record.keep(exercise, mark, passed, not_run)
    return Result(exercise.name, checks, remarks, due_sentence(exercise))


def due_sentence(exercise: Exercise) -> str:
    """When the exercise is due, "" where nothing tells."""
    dates = read_due(exercise.handout) if exercise.handout else {}
    return sentence(dates.get(exercise.name))


def refuse_another(exercise: Exercise, cells: list[HandedInCell]) -> None:
    """Refuse the notebook of another exercise, which would fail all checks."""
    if exercise.handout is None:
        return
    other = Handout(exercise.handout).releases.exercise_of(cells, exercise.name)
    if other not in ("", exercise.name):
        raise HandoutError(
            f"{exercise.path.name} is the notebook of {other}, not of {exercise.name}. "
            f"Check it there, or put your notebook of {exercise.name} in its place."
        )


def read_checks(notebook: NotebookNode, run: Run) -> list[Check]:
    """The checks of an executed notebook."""
    checks, task, own, could_run = [], "", own_by_number(notebook), True
    for cell in notebook.cells:
        task = heading(cell) or task
        could_run = could_run and not run.was_computer_slow(cell)
        if not is_test(cell):
            continue
        name, points = cell.metadata.nbgrader.grade_id, cell.metadata.nbgrader.points
        if cell.id in run.passed:
            checks.append(Check(name, task, points, True))
            continue
        error, said = last_error(cell), "this check did not run"
        if cell.id in run.slow:
            said = run.too_slow
        elif error:
            said = sentence_of(error)
        places = []
        if error and error.ename != "NotImplementedError":
            places = each_once(places_in(error, own))
        ran = could_run and bool(error or cell.id in run.slow)
        checks.append(Check(name, task, points, False, said, places, ran))
    return checks
