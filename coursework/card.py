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
        return round(60 * float(found(r"([\d.]+) hours?", self.rows["Time"])))

    @property
    def time(self) -> str:
        return f"{self.minutes} min"

    @property
    def points(self) -> int:
        return int(found(r"^(\d+)", self.rows["Points"]))

    @property
    def needs(self) -> str:
        return self.rows["You need"]


def read_card(exercise: str, notebook: NotebookNode) -> Card:
    """The card of an exercise's notebook, in ``source/`` or as students have it."""
    text = notebook.cells[0].source
    return Card(exercise, found(r"^# (.+)", text), dict(ROW.findall(text)))


def found(pattern: str, text: str) -> str:
    """What the group of `pattern` finds in a card's `text`; ValueError if nothing."""
    if match := re.search(pattern, text):
        return match[1]
    raise ValueError(f"a card has to have {pattern!r}, and this one says {text!r}")


def without_links(markdown: str) -> str:
    """`markdown` with each link replaced by its words."""
    return LINK.sub(r"\1", markdown)
