"""How far a student is in all exercises, read from the notebooks as they were last saved."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

import nbformat
from nbformat.notebooknode import NotebookNode

from coursework import record
from coursework.card import read_card
from coursework.cells import is_solution, is_test, last_error
from coursework.due import read_due
from coursework.exchange import read_submitted
from coursework.feedback import Feedback, newest_feedback
from coursework.handout import Exercise, Handout
from coursework.notebook_file import HandedInCell, as_cell, read_cells
from coursework.recognition import normal, recognize

NOT_RUN = "not run in the saved file"


@dataclass(frozen=True)
class Progress:
    """One exercise: visible checks passed, and the points possible for them.

    `by_hand` points are for written answers. `state` is "" unless the notebook is missing
    or cannot be read; `remark` says why no check has passed, if it is not the answers' fault.
    `due` and `submitted`, in local time, and `feedback` are None where nothing tells.
    """

    title: str
    link: str
    checks: int
    max_points: float
    by_hand: float
    begun: bool = False
    passed: int = 0
    points: float = 0
    state: str = ""
    remark: str = ""
    due: datetime.datetime | None = None
    submitted: datetime.datetime | None = None
    feedback: Feedback | None = None


def read_progress(handout: Handout) -> list[Progress]:
    """The progress in all exercises of a handout, in the order of the course."""
    due, submitted = read_due(handout.root), read_submitted(handout.root)
    return [
        replace(
            progress_in(handout.exercise(name)),
            due=due.get(name),
            submitted=submitted.get(name),
        )
        for name in handout.exercises
    ]


def untouched(name: str, released: NotebookNode) -> Progress:
    """The progress in an exercise as it is handed out."""
    by_hand = sum(
        cell.metadata.nbgrader.points
        for cell in released.cells
        if cell.metadata.get("nbgrader", {}).get("grade") and not is_test(cell)
    )
    points = points_of(released)
    return Progress(
        read_card(name, released).title,
        f"{name}/{name}.ipynb",
        len(points),
        sum(points.values()),
        by_hand,
    )


def points_of(released: NotebookNode) -> dict[str, float]:
    """The points of each check."""
    return {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in released.cells
        if is_test(cell)
    }


def progress_in(exercise: Exercise) -> Progress:
    """The progress in one exercise, as its folder tells it."""
    as_released = untouched(exercise.name, exercise.released)
    points = points_of(exercise.released)
    passed: set[str] = set()
    remark = state = ""
    begun = True
    try:
        cells = read_cells(exercise.path)
        passed, remark = checks_passed(exercise, cells)
        begun = bool(passed) or is_begun(exercise, cells)
    except FileNotFoundError:
        state = "its notebook is not here"
    except Exception:  # noqa: BLE001 (nbformat raises what it meets)
        state = (
            f"its notebook cannot be read; coursework check {exercise.name} says why"
        )
    return replace(
        as_released,
        begun=begun,
        passed=len(passed & set(points)),
        points=sum(points[name] for name in passed & set(points)),
        state=state,
        remark=remark,
        feedback=newest_feedback(
            exercise.path.parent, exercise.name, as_released.title
        ),
    )


def is_begun(exercise: Exercise, cells: list[HandedInCell]) -> bool:
    """Is any place for an answer no longer as it was released?"""
    there = {normal(cell.source) for cell in cells}
    places = [cell for cell in exercise.released.cells if is_solution(cell)]
    return any(normal(cell.source) not in there for cell in places)


def checks_passed(
    exercise: Exercise, cells: list[HandedInCell]
) -> tuple[set[str], str]:
    """The checks that passed in the notebook as it was saved, and a remark.

    The last `coursework check` of just this notebook knows best, else its outputs.
    """
    mark = record.fingerprint(exercise, cells)
    kept = record.kept(exercise, mark)
    if kept is None:
        return shown_as_passed(exercise)
    passed, not_run = kept
    if not_run:
        before = shown_as_passed(exercise)[0] & not_run
        passed, not_run = passed | before, not_run - before
    return passed, f"{len(not_run)} not run" if not_run else ""


def shown_as_passed(exercise: Exercise) -> tuple[set[str], str]:
    """The checks that passed by the outputs that were saved, and a remark."""
    pairs = list(recognized(exercise, nbformat.read(exercise.path, as_version=4)))
    ran = [
        (cell, ours)
        for cell, ours in pairs
        if is_test(ours) and cell.get("execution_count")
    ]
    passed = {
        ours.metadata.nbgrader.grade_id for cell, ours in ran if not last_error(cell)
    }
    written = any(
        is_solution(ours) and cell.source != ours.source for cell, ours in pairs
    )
    return passed, NOT_RUN if written and not ran else ""


def recognized(
    exercise: Exercise, notebook: NotebookNode
) -> Iterator[tuple[NotebookNode, NotebookNode]]:
    """Each cell of a student's notebook with the course's own that it is, as in a check."""
    places = recognize([as_cell(cell) for cell in notebook.cells], exercise.released)
    for cell, place in zip(notebook.cells, places, strict=True):
        if place is not None:
            yield cell, exercise.released.cells[place]
