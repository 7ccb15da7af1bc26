"""The handout on the student's machine: a folder with exercises, and the course's own copies.

The notebooks as they were released lie in ``.released/``, so that a check uses the
course's own tests whatever has happened to those in the student's notebook.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode

from coursework.friendly import FriendlyError
from coursework.recognition import Releases
from coursework.trouble import sentence_for

RELEASED = ".released"
START = "Start.ipynb"


class HandoutError(FriendlyError):
    """Something about the folder or a file in it."""


@dataclass(frozen=True)
class Exercise:
    """One exercise on this machine. `released` is the course's own copy of its notebook.

    `handout` is the folder of the handout that it lies in, if it lies in one.
    """

    name: str
    path: Path
    released: NotebookNode
    handout: Path | None = None


class Handout:
    """The handout in the folder `root`."""

    def __init__(self, root: Path):
        self.root = Path(root).resolve()

    @classmethod
    def around(cls, place: Path) -> "Handout":
        """The handout that `place` lies in; HandoutError if it lies in none."""
        place = Path(place).resolve()
        for folder in (place, *place.parents):
            if (folder / RELEASED).is_dir():
                return cls(folder)
        raise HandoutError(
            f"{place} is not in the course's folder: that is the one with Start.ipynb and "
            "the exercises' folders. Go there first (cd), or unpack dp-course-student.zip "
            "once more and keep its hidden folder .released."
        )

    @property
    def exercises(self) -> list[str]:
        """The names of the exercises handed out, in the order of the course."""
        return sorted(path.stem for path in (self.root / RELEASED).glob("*.ipynb"))

    @cached_property
    def releases(self) -> Releases:
        """The course's own copies of all notebooks."""
        return Releases({name: self.released(name) for name in self.exercises})

    def released(self, name: str) -> NotebookNode:
        """The course's own copy of a notebook; HandoutError if it is damaged."""
        try:
            return read_released(self.root / RELEASED / f"{name}.ipynb")
        except HandoutError as error:
            raise HandoutError(
                f"The course's own copy, {RELEASED}/{name}.ipynb, is damaged ({error}). "
                "Your notebook is not. coursework update FILE, with dp-course-student.zip, "
                "puts it right."
            ) from error

    def exercise(self, name: str) -> Exercise:
        """The exercise called `name`; HandoutError if there is none."""
        if name not in self.exercises:
            raise HandoutError(
                f"There is no exercise {name!r} here. There are: "
                f"{', '.join(self.exercises)}."
            )
        return self._exercise_at(self.root / name / f"{name}.ipynb", name)

    def exercise_at(self, path: Path) -> Exercise:
        """The exercise whose notebook, or a copy of it, is the file `path`."""
        path = Path(path).resolve()
        for name in (path.stem, path.parent.name):
            if name in self.exercises:
                return self._exercise_at(path, name)
        raise HandoutError(
            f"{path.name} is none of the course's notebooks. Open one of these and check "
            f"it there: {', '.join(self.exercises)}."
        )

    def _exercise_at(self, path: Path, name: str) -> Exercise:
        return Exercise(name, path, self.released(name), self.root)


def exercise_of(path: Path) -> Exercise:
    """The exercise whose notebook is the file `path`, inside a handout or outside of one.

    Outside, as in a folder that nbgrader has fetched, the notebook is its own model:
    checks are taken as they stand in it.
    """
    path = Path(path).resolve()
    try:
        handout = Handout.around(path.parent)
    except HandoutError:
        return Exercise(path.stem, path, read_released(path))
    return handout.exercise_at(path)


def read_released(path: Path) -> NotebookNode:
    """A notebook that is the model for a check; HandoutError if it is none."""
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> HandoutError:
    said = sentence_for(error) or f"{path.name} cannot be read as a notebook: {error}"
    return HandoutError(said)
