"""The feedback that lies in an exercise's folder, and the points it tells of.

`nbgrader fetch_feedback` lays each page into a folder called by the time of handing in; from
a learning platform, a student saves it beside the notebook.
"""

import datetime
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursework.exchange import time_of

MOST_BYTES = 200_000  # of a page, whose heading stands at the top,
MOST_READ = 3000  # and characters from there on
TAG = re.compile(r"<[^>]*>")
POINTS = re.compile(r"(\d+(?:\.\d+)?) of (\d+(?:\.\d+)?) points")


@dataclass(frozen=True)
class Feedback:
    """A page, by its place in the course's folder, and its points, "" if it has none."""

    link: str
    points: str


def newest_feedback(folder: Path, exercise: str, title: str) -> Feedback | None:
    """The page about the last submission in an exercise's `folder`."""
    pages = {}
    for path, time in candidates(folder, exercise):
        try:
            top = top_of(path)
            saved = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
        except OSError:
            continue
        found = POINTS.search(top)
        is_fetched = path.parent != folder
        if is_fetched or found and (exercise in top or title in top):
            points = f"{found[1]} of {found[2]}" if found else ""
            link = path.relative_to(folder.parent).as_posix()
            pages[time or saved, link] = Feedback(link, points)
    return pages[max(pages)] if pages else None


def candidates(
    folder: Path, exercise: str
) -> Iterator[tuple[Path, datetime.datetime | None]]:
    """Pages that may be feedback, with the time of handing in where it is known."""
    for path in folder.glob("*.html"):
        yield path, None
    for path in folder.glob(f"feedback/*/{exercise}.html"):
        yield path, time_of(path.parent.name)


def top_of(path: Path) -> str:
    """What a page says from its first heading on, without tags."""
    with path.open("rb") as file:
        text = file.read(MOST_BYTES).decode("utf-8", "replace")
    _, heading, rest = text.partition("<h1")
    top = (heading + rest)[:MOST_READ]
    return " ".join(html.unescape(TAG.sub(" ", top)).split())
