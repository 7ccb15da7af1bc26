"""How far a student is in all exercises, read from the notebooks as they were last saved."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from IPython.display import HTML, display
from nbformat.notebooknode import NotebookNode

from coursework import record
from coursework.answers import as_cell, read_cells, recognize
from coursework.card import read_card
from coursework.cells import is_solution, is_test, last_error
from coursework.handout import Exercise, Handout

WHAT_COUNTS = (
    "A check counts as passed if it passed when you last ran it, as the notebook was saved, "
    "or in coursework check and Validate, if the notebook has not changed since. Points are "
    "what you can still expect for the passed checks: hidden tests follow when it is graded."
)
NOT_RUN = "not run in the saved file"
BY_HAND = "Answers in words are read by a person; their points come on top."


@dataclass(frozen=True)
class Progress:
    """One exercise: visible checks passed, and the points possible for them.

    `by_hand` points are for written answers. `state` is "" unless the notebook is missing
    or cannot be read; `remark` says why no check has passed, if it is not the answers' fault.
    """

    title: str
    link: str
    passed: int
    checks: int
    points: float
    max_points: float
    by_hand: float
    state: str = ""
    remark: str = ""


def read_progress(handout: Handout) -> list[Progress]:
    """The progress in all exercises of a handout, in the order of the course."""
    return [progress_in(handout, handout.exercise(name)) for name in handout.exercises]


def progress_in(handout: Handout, exercise: Exercise) -> Progress:
    points = {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in exercise.released.cells
        if is_test(cell)
    }
    by_hand = sum(
        cell.metadata.nbgrader.points
        for cell in exercise.released.cells
        if cell.metadata.get("nbgrader", {}).get("grade") and not is_test(cell)
    )
    passed: set[str] = set()
    remark = state = ""
    try:
        passed, remark = checks_passed(exercise)
    except FileNotFoundError:
        state = "its notebook is not here"
    except Exception:  # noqa: BLE001 (nbformat raises what it meets)
        state = (
            f"its notebook cannot be read; coursework check {exercise.name} says why"
        )
    return Progress(
        read_card(exercise.name, exercise.released).title,
        exercise.path.relative_to(handout.root).as_posix(),
        len(passed & set(points)),
        len(points),
        sum(points[name] for name in passed & set(points)),
        sum(points.values()),
        by_hand,
        state,
        remark,
    )


def checks_passed(exercise: Exercise) -> tuple[set[str], str]:
    """The checks that passed in the notebook as it was saved, and a remark.

    The last `coursework check` of just this notebook knows best, else its outputs.
    """
    mark = record.fingerprint(exercise, read_cells(exercise.path))
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


def show_progress(folder: str = ".") -> None:
    """Show a table of all exercises in a notebook, with links that open them."""
    display(HTML(as_html(read_progress(Handout.around(Path(folder))))))


def as_html(progress: Iterable[Progress]) -> str:
    rows = "".join(
        f'<tr><td style="text-align: left">'
        f'<a href="{html.escape(one.link)}">{html.escape(one.title)}</a></td>'
        + "".join(f"<td>{html.escape(text)}</td>" for text in as_texts(one))
        + "</tr>"
        for one in progress
    )
    return (
        '<table><thead><tr><th scope="col" style="text-align: left">exercise</th>'
        '<th scope="col">checks passed</th><th scope="col">points possible</th></tr></thead>'
        f"<tbody>{rows}</tbody></table><p>{WHAT_COUNTS} {BY_HAND}</p>"
    )


def as_texts(one: Progress) -> tuple[str, str]:
    """Checks and points of one exercise, as a person reads them."""
    if one.state:
        return one.state, ""
    done = " ✔" if one.passed == one.checks else ""
    by_hand = f" + {one.by_hand:g} by hand" if one.by_hand else ""
    return (
        f"{one.passed} of {one.checks}{done}{one.remark and ', '}{one.remark}",
        f"{one.points:g} of {one.max_points:g}{by_hand}",
    )
