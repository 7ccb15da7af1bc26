"""A submission: one student's folder for one exercise, and where what comes of it is kept."""

import datetime
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from coursework.answers import MOST_BYTES
from grading.course import Course
from grading.times import STAMP, Stamp, read_stamp

# Browsers add an ending to a notebook's name.
NOTEBOOK = re.compile(r"\.ipynb(\.(txt|json))?$")
SECRET = "submission_secret.txt"  # which `nbgrader submit` puts there
OF_NBGRADER = (STAMP, SECRET, "feedback.zip")
MOST_OF_A_SECRET = 1024  # bytes
MOST_FILES = 100


@dataclass(frozen=True)
class Submission:
    """What `student` has handed in for `exercise`.

    `at` is its folder where nbgrader_config.py names another one than ``submitted/``.
    """

    course: Course
    exercise: str
    student: str
    at: Path | None = None

    @property
    def folder(self) -> Path:
        """What was handed in, in ``submitted/``."""
        return self.at or self.path_in("submitted").parent

    @property
    def graded(self) -> Path:
        """The graded notebook, in ``autograded/``."""
        return self.path_in("autograded")

    @property
    def page(self) -> Path:
        """The feedback, in ``feedback/``."""
        return self.path_in("feedback").with_suffix(".html")

    def path_in(self, step: str) -> Path:
        """Where nbgrader has the notebook after this step."""
        return self.course.notebook_path(step, self.exercise, self.student)

    @property
    def stamp(self) -> Stamp:
        """When it was handed in, and what is not plain about that."""
        return read_stamp(self.folder)

    @property
    def time(self) -> datetime.datetime | None:
        """When it was handed in, in UTC; None if nothing readable says so."""
        return self.stamp.time

    @property
    def files(self) -> Iterator[PurePath]:
        """The names of all its files, without nbgrader's own and hidden ones.

        OSError: a folder in it cannot be read, which `rglob` would pass over.
        """
        paths = [
            Path(folder, name)
            for folder, folders, files in os.walk(self.folder, onerror=give_back)
            for name in folders + files
        ]
        for path in sorted(paths):
            name = path.relative_to(self.folder)
            if is_hidden(name) or str(name) in OF_NBGRADER:
                continue
            if path.is_file() or path.is_symlink():
                yield name

    def holds(self, name: PurePath | str) -> bool:
        """Is it a file in the folder? A link could lead to what its author may not read."""
        path = self.folder / name
        return path.is_file() and path.resolve().is_relative_to(self.folder.resolve())

    def read_files(self) -> tuple[dict[str, bytes], str]:
        """The files beside the notebook, which its cells may read, and a remark on the rest."""
        files: dict[str, bytes] = {}
        size = 0
        for name in self.files:
            path = self.folder / name
            if is_called_notebook(name) or not self.holds(name):
                continue
            size += path.stat().st_size
            if len(files) == MOST_FILES or size > MOST_BYTES:
                return files, (
                    f"of the files beside the notebook only the first {len(files)} were "
                    f"used: at most {MOST_FILES} files and {MOST_BYTES // 2**20} MiB are"
                )
            files[str(name)] = path.read_bytes()
        return files, ""

    @property
    def secret(self) -> bytes | None:
        """What `nbgrader submit` has put there, if it has.

        The exchange gives feedback to whoever knows it, so it has to come along.
        """
        path = self.folder / SECRET
        if self.holds(SECRET) and path.stat().st_size <= MOST_OF_A_SECRET:
            return path.read_bytes()
        return None


def is_hidden(name: PurePath) -> bool:
    return any(part.startswith(".") for part in name.parts)


def is_called_notebook(name: PurePath) -> bool:
    return bool(NOTEBOOK.search(name.name.casefold()))


def give_back(error: OSError) -> None:
    raise error
