"""The card of an exercise: what its first cell says about time, points and needs."""

import re
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

ROW = re.compile(r"^\| \*\*(.+?)\*\* \| (.+) \|$", re.MULTILINE)
LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")


@dataclass(frozen=True)
class Card:
    """An exercise at a glance. `rows`, by their names, and `needs` are Markdown."""

    exercise: str
    title: str
    rows: dict[str, str]

    @property
    def minutes(self) -> int:
        """The time that it takes, as estimated."""
        hours = re.search(r"([\d.]+) hours?", self.rows["Time"])
        return round(60 * float(hours[1]))

    @property
    def time(self) -> str:
        return f"{self.minutes} min"

    @property
    def points(self) -> int:
        return int(re.match(r"\d+", self.rows["Points"])[0])

    @property
    def needs(self) -> str:
        return self.rows["You need"]


def read_card(exercise: str, notebook: NotebookNode) -> Card:
    """The card of an exercise's notebook, in ``source/`` or as students have it."""
    text = notebook.cells[0].source
    title = re.match(r"# (.+)", text)[1]
    return Card(exercise, title, dict(ROW.findall(text)))


def without_links(markdown: str) -> str:
    """`markdown` with each link replaced by its words."""
    return LINK.sub(r"\1", markdown)
