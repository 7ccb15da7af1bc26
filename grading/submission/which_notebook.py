"""Which of the files of a submission is the notebook that counts.

What reads as a notebook is one, whatever it is called: browsers save ``.ipynb.txt``. Among
several, one that was left as released never counts before one in which somebody wrote.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path, PurePath

from nbformat.notebooknode import NotebookNode

from coursework.cells import is_solution
from coursework.notebook_file import HandedInCell, as_text, read_cells
from coursework.recognition import normal, recognize
from coursework.terminal import in_one_line
from grading.course import Course
from grading.submission.brought import first_of
from grading.submission.folder import (
    NOTEBOOK,
    OF_NBGRADER,
    Submission,
    is_called_notebook,
)

BEGINNING = 4096  # bytes of a file that tell whether it may be a notebook
MOST_NAMED = 5
A_MINUTE = 60
# What people, systems and browsers put before or after a notebook's name.
BEFORE = re.compile(r"(?:(?:copy of|kopie von|copie de|copia de|final)[-_ ]+)*")
AFTER = re.compile(
    r"(?:\s*\((\d+)\)|[-_ ]+v?(\d{1,3})(?!\d)|[-_ ]*(?:copy|kopie|copie|copia)[-_ ]?(\d*)"
    r"|[-_ ]+(?:final|fertig|neu|new|last|latest|version|abgabe))*"
)


class Worth(IntEnum):
    """How likely a file is the notebook that its author means, the likeliest last."""

    BROKEN = 0  # called a notebook, and none that can be read
    OF_ANOTHER = 1  # exercise
    OF_NONE = 2
    UNTOUCHED = 3
    BROKEN_OF_THIS_NAME = 4  # somebody's work, most likely
    TOUCHED = 5  # no task is solved, but something differs from the release
    WRITTEN = 6


@dataclass(frozen=True)
class Candidate:
    """A file that is a notebook, or called one; `exercise`: whose cells it has, if known.

    `time` and `number` are when it was handed in, and which one of several.
    """

    path: Path
    name: PurePath
    worth: Worth
    exercise: str
    time: float
    number: tuple[int, ...] = ()


def candidates(
    course: Course, exercise: str, files: Iterable[tuple[Path, PurePath, int]]
) -> list[Candidate]:
    """The notebooks among `files`: each a path, the author's name for it, and a number."""
    found = []
    for path, name, number in files:
        copy = copy_number(name.name, exercise)
        worth, other = worth_of(course, exercise, path, name, copy is not None)
        if worth is not None:
            time = path.stat().st_mtime
            numbers = (number, copy or 0)
            found.append(Candidate(path, name, worth, other, time, numbers))
    return found


def worth_of(
    course: Course, exercise: str, path: Path, name: PurePath, is_named: bool
) -> tuple[Worth | None, str]:
    """What a file is worth, None if it is no notebook, and the exercise of its cells."""
    is_called = is_called_notebook(name)
    if not (is_called or is_named or begins_as_notebook(path)):
        return None, ""
    try:
        cells = read_cells(path)
    except (ValueError, RecursionError):
        if is_named:
            return Worth.BROKEN_OF_THIS_NAME, ""
        return (Worth.BROKEN if is_called else None), ""
    if not cells:
        return (Worth.OF_NONE if is_called else None), ""
    other = course.releases.exercise_of(cells, exercise)
    if other not in ("", exercise):
        return Worth.OF_ANOTHER, other
    if not (is_named or other):
        return (Worth.OF_NONE if is_called else None), ""
    return worth_of_cells(cells, course.releases.notebooks.get(exercise)), other


def worth_of_cells(cells: list[HandedInCell], released: NotebookNode | None) -> Worth:
    """Whether somebody has solved a task, or written anything at all."""
    if released is None:
        return Worth.WRITTEN
    known = {normal(cell.source) for cell in released.cells} | {""}
    written = Worth.UNTOUCHED
    for cell, place in zip(cells, recognize(cells, released), strict=True):
        if normal(cell.source) in known and not cell.attachments:
            continue
        if place is not None and is_solution(released.cells[place]):
            return Worth.WRITTEN
        written = Worth.TOUCHED
    return written


def begins_as_notebook(path: Path) -> bool:
    """Does a file that is called otherwise look like a notebook all the same?"""
    with path.open("rb") as file:
        start = file.read(BEGINNING).removeprefix(codecs.BOM_UTF8).lstrip()
    return start.startswith(b"{") and (b'"cells"' in start or b'"nbformat"' in start)


def newest(candidates: list[Candidate]) -> Candidate:
    """The newest of them; of those of the same minute the last one by number."""
    times = [one.time for one in candidates]
    if max(times) - min(times) >= A_MINUTE:
        return max(candidates, key=lambda one: one.time)
    return max(candidates, key=lambda one: (one.number, one.time))


def best_of(candidates: list[Candidate]) -> list[Candidate]:
    """Those that are worth most."""
    most = max((one.worth for one in candidates), default=None)
    return [one for one in candidates if one.worth == most]


def find_notebook(submission: Submission) -> tuple[PurePath | None, list[str]]:
    """The name of the notebook that counts in a submission, and remarks on the choice.

    Of several in which somebody wrote it is the one of the exercise's name, else the newest.
    """
    names = list(submission.files)
    held = [name for name in names if submission.holds(name)]
    files = [(submission.folder / name, name, 0) for name in held]
    found = candidates(submission.course, submission.exercise, files)
    if not found:
        links = [name for name in names if name not in held]
        return None, [no_notebook(held, links)]
    best = best_of(found)
    # What lies deeper counts where nothing above is worth as much.
    best = [one for one in best if one.name.parent == PurePath()] or best
    wanted = f"{submission.exercise}.ipynb"
    chosen = next((one for one in best if str(one.name) == wanted), newest(best))
    remarks = [why(chosen, found, wanted)] if str(chosen.name) != wanted else []
    return chosen.name, remarks


def why(chosen: Candidate, found: list[Candidate], wanted: str) -> str:
    """Why a notebook counts that is not called as it should be."""
    name = shown(chosen.name)
    for one in found:
        if str(one.name) == wanted:
            return f"{name} was taken, for {wanted} {state_of(one)}"
    is_newest = len(found) > 1 and chosen is newest(found)
    which = ", the newest of several" if is_newest else ""
    return f"{name}{which} was taken, for there is no {wanted}"


def state_of(one: Candidate) -> str:
    """Why a notebook is not the one that counts."""
    if one.worth is Worth.UNTOUCHED:
        return "is as it was released"
    if one.worth is Worth.OF_ANOTHER:
        return f"is the notebook of {one.exercise}"
    if one.worth is Worth.TOUCHED:
        return "has no solved task"
    if one.worth is Worth.OF_NONE:
        return "is of no exercise that is known"
    return "is older" if one.worth is Worth.WRITTEN else "cannot be read"


def no_notebook(names: Iterable[PurePath], links: Iterable[PurePath] = ()) -> str:
    """What arrived in place of a notebook."""
    names = [name for name in names if str(name) not in OF_NBGRADER]
    said = f"there is no notebook among the files handed in: {listed(names)}"
    if not names:
        said = "there is no notebook: no file was handed in"
    return f"{said}; links are not followed: {listed(links)}" if links else said


def listed(names: Iterable[PurePath]) -> str:
    """The first of `names`, and how many more."""
    return first_of(sorted(map(shown, names)), MOST_NAMED)


def shown(name: PurePath) -> str:
    """A file's name for a sentence: half pairs and control characters are written out."""
    return in_one_line(as_text(str(name)))


def copy_number(file: str, exercise: str) -> int | None:
    """Which copy of the exercise's notebook a file is by its name; None if of another.

    The notebook itself is 0, ``EXERCISE (2).ipynb`` and ``EXERCISE copy 2.ipynb`` are 2.
    """
    name = unicodedata.normalize("NFC", " ".join(file.split())).casefold()
    ending = NOTEBOOK.search(name)
    if not ending:
        return None
    stem = name[: ending.start()]
    before = BEFORE.findall(stem)[0]  # "" if there is nothing
    stem = stem.removeprefix(before)
    if not stem.startswith(exercise.casefold()):
        return None
    marks = AFTER.fullmatch(stem.removeprefix(exercise.casefold()).rstrip())
    if marks is None:
        return None
    numbers = [int(number) for number in marks.groups() if number]
    return max(numbers, default=1 if marks[0] or before else 0)
