"""The table of all exercises, for a terminal and for a notebook."""

import datetime
import html
import urllib.parse
from collections.abc import Callable, Sequence
from pathlib import Path

from IPython.display import HTML, display
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from coursework.handout import Handout
from coursework.progress import Progress, read_progress
from coursework.words import date_in_table

WHAT_COUNTS = (
    "A check counts as passed if it passed when you last ran it, as the notebook was saved, "
    "or in coursework check and Validate, if the notebook has not changed since. Points are "
    "what you can still expect for the passed checks: hidden tests follow when it is graded."
)
BY_HAND = "Answers in words are read by a person; their points come on top."
WHEN_DUE = (
    "Due dates are as in the newest zip file of the course that you have, unless you were "
    "given more time."
)


def checks_of(one: Progress) -> str:
    """The checks passed, or why nothing is known of them."""
    if one.state or not one.begun:
        return one.state or "not begun"
    done = " ✔" if one.passed == one.checks else ""
    return f"{one.passed} of {one.checks}{done}{one.remark and ', '}{one.remark}"


def possible_of(one: Progress) -> str:
    """The points that are still to be expected."""
    if one.state:
        return ""
    by_hand = f" + {one.by_hand:g} by hand" if one.by_hand else ""
    return f"{one.points:g} of {one.max_points:g}{by_hand}"


def received_of(one: Progress) -> str:
    """The points in the feedback that is here."""
    return one.feedback.points or "feedback" if one.feedback else ""


COLUMNS: dict[str, Callable[[Progress], str]] = {
    "due": lambda one: date_in_table(one.due) if one.due else "",
    "checks passed": checks_of,
    "points possible": possible_of,
    "handed in": lambda one: date_in_table(one.submitted) if one.submitted else "",
    "points received": received_of,
}


def headings(progress: Sequence[Progress]) -> list[str]:
    """The columns in which something stands."""
    return [name for name, text in COLUMNS.items() if any(map(text, progress))]


def notes(progress: Sequence[Progress]) -> str:
    """What a reader of the table has to know."""
    dates = WHEN_DUE if any(one.due for one in progress) else ""
    return f"{WHAT_COUNTS} {BY_HAND} {dates}".strip()


def as_table(progress: Sequence[Progress]) -> Table:
    """The table for a terminal."""
    names = headings(progress)
    table = Table("exercise", *names, box=SIMPLE_HEAD)
    for one in progress:
        cells = [one.title, *(COLUMNS[name](one) for name in names)]
        table.add_row(*map(escape, cells))
    return table


def show_progress(folder: str = ".") -> None:
    """Show a table of all exercises in a notebook, with links that open them."""
    display(HTML(as_html(read_progress(Handout.around(Path(folder))), as_of_today())))


def as_of_today() -> str:
    """The sentence that says how old a student's table is."""
    today = datetime.datetime.now().astimezone()
    return f"As of {today.day} {today:%B %Y}, in this computer's time ({today:%Z})."


def as_html(progress: Sequence[Progress], note: str) -> str:
    """The table for a notebook; the `note` says when it was made."""
    names = headings(progress)
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    rows = "".join(
        f'<tr><td style="text-align: left">{linked(one.title, one.link)}</td>'
        + "".join(f"<td>{cell(one, name)}</td>" for name in names)
        + "</tr>"
        for one in progress
    )
    return (
        '<table><thead><tr><th scope="col" style="text-align: left">exercise</th>'
        f"{head}</tr></thead><tbody>{rows}</tbody></table>"
        f"<p>{html.escape(f'{note} {notes(progress)}')}</p>"
    )


def cell(one: Progress, name: str) -> str:
    """What stands in one cell, as HTML."""
    text = COLUMNS[name](one)
    if text and COLUMNS[name] is received_of and one.feedback:
        return linked(text, one.feedback.link)
    return html.escape(text)


def linked(text: str, link: str) -> str:
    """A text that opens a file, named from the course's folder."""
    return f'<a href="{html.escape(urllib.parse.quote(link))}">{html.escape(text)}</a>'
