"""How far a student is in all exercises, read from the notebooks as they were last saved."""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from IPython.display import HTML, display
from nbformat.notebooknode import NotebookNode

from coursework.card import read_card
from coursework.cells import is_test, last_error
from coursework.handout import Exercise, Handout

WHAT_COUNTS = (
    "A check counts as passed if it passed when you last ran it, as the notebook was saved. "
    "Points are what you can still expect for the passed checks: hidden tests follow when "
    "it is graded."
)
BY_HAND = "Answers in words are read by a person; their points come on top."


@dataclass(frozen=True)
class Progress:
    """One exercise: visible checks passed, and the points possible for them.

    `by_hand` points are for written answers. `state` is "" unless the notebook is missing
    or cannot be read.
    """

    title: str
    link: str
    passed: int
    checks: int
    points: float
    max_points: float
    by_hand: float
    state: str = ""


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
    passed, state = set(), ""
    try:
        passed = checks_passed(nbformat.read(exercise.path, as_version=4))
    except FileNotFoundError:
        state = "its notebook is not here"
    except Exception as error:  # noqa: BLE001 (nbformat raises what it meets)
        state = f"its notebook cannot be read ({type(error).__name__})"
    return Progress(
        read_card(exercise.name, exercise.released).title,
        exercise.path.relative_to(handout.root).as_posix(),
        len(passed & set(points)),
        len(points),
        sum(points[name] for name in passed & set(points)),
        sum(points.values()),
        by_hand,
        state,
    )


def checks_passed(notebook: NotebookNode) -> set[str]:
    """The checks that ran without an error, by the outputs saved in the notebook."""
    return {
        cell.metadata.nbgrader.grade_id
        for cell in notebook.cells
        if is_test(cell) and cell.execution_count and last_error(cell) is None
    }


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
        f"{one.passed} of {one.checks}{done}",
        f"{one.points:g} of {one.max_points:g}{by_hand}",
    )
