"""The course as nbgrader sees it: a folder with ``nbgrader_config.py`` and ``source/``."""

import copy
import difflib
import fnmatch
import functools
import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import NoReturn

import nbformat
import nbgrader.api
from filelock import FileLock, Timeout
from nbgrader.api import app_log
from nbgrader.apps.api import NbGraderAPI
from nbgrader.dbutil import _temp_alembic_ini
from sqlalchemy.exc import SAWarning
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from coursework.recognition import Releases
from grading.errors import CourseError

LOCK = ".grading.lock"
NO_GRADEBOOK = Config(
    GenerateAssignment=Config(no_database=True), SaveCells=Config(enabled=False)
)

# nbgrader opens the gradebook nine times for a hand-in, and each new engine of SQLAlchemy
# compiles all statements anew: a third of what grading takes beside the kernels.
shared_engine = functools.lru_cache(4)(nbgrader.api.create_engine)


def head_of_migrations() -> str:
    """The version of the gradebook's tables that nbgrader brings along."""
    # Only a new gradebook needs it.
    from alembic.config import Config as AlembicConfig
    from alembic.script import ScriptDirectory

    with _temp_alembic_ini("sqlite://") as path:
        return ScriptDirectory.from_config(AlembicConfig(path)).get_heads()[0]


def adapt_nbgrader() -> None:
    """What nbgrader is to do in another way in this process."""
    nbgrader.api.create_engine = shared_engine
    # It asks the program alembic, which it finds only in an environment that is activated.
    nbgrader.api.get_alembic_version = head_of_migrations
    # What nbgrader logs comes back with each result; the screen is for the summary.
    for logger in (logging.getLogger("traitlets"), app_log):
        logger.setLevel(logging.CRITICAL)
    # SQLAlchemy's remarks on nbgrader's models are for nbgrader's developers.
    warnings.simplefilter("ignore", SAWarning)


class Course:
    """An nbgrader course in the folder `root`."""

    def __init__(self, root: Path):
        self.root = Path(root).resolve()
        for needed in ("nbgrader_config.py", "source"):
            if not (self.root / needed).exists():
                raise CourseError(
                    f"There is no {needed} in {self.root}: this is not a course's folder. "
                    "Go to the course's folder, or name it with --course."
                )

    @cached_property
    def exercises(self) -> list[str]:
        """Names of all exercises in ``source/``, in the order of the course."""
        return sorted(
            folder.name
            for folder in (self.root / "source").iterdir()
            if (folder / f"{folder.name}.ipynb").exists()
        )

    def choose(self, patterns: tuple[str, ...]) -> list[str]:
        """The exercises that `patterns` name (part1-*); all where there are none."""
        chosen = []
        for pattern in patterns:
            found = fnmatch.filter(self.exercises, pattern)
            if not found:
                close = difflib.get_close_matches(pattern, self.exercises, n=1)
                hint = f" Did you mean {close[0]}?" if close else ""
                raise CourseError(
                    f"There is no exercise {pattern!r} in source/.{hint} "
                    f"There are: {', '.join(self.exercises) or 'none'}."
                )
            chosen += found
        return list(dict.fromkeys(chosen)) or self.exercises

    def notebook_path(self, step: str, exercise: str, student: str = ".") -> Path:
        """Where the notebook of `exercise` is at `step` (source, submitted, ...)."""
        return self.root / step / student / exercise / f"{exercise}.ipynb"

    def handed_in(self, exercise: str) -> list[str]:
        """The students with a hand-in of `exercise` in ``submitted/``."""
        submitted = self.root / "submitted"
        if not submitted.is_dir():
            return []
        # By no pattern, which would be silent about folders that may not be read.
        students = [one for one in submitted.iterdir() if (one / exercise).exists()]
        return sorted(student.name for student in students)

    def read_notebook(self, step: str, exercise: str, student: str = "."):
        """The notebook of `exercise` at `step`, in nbformat 4."""
        path = self.notebook_path(step, exercise, student)
        return nbformat.read(path, as_version=4)

    @property
    def releases(self) -> Releases:
        """The released notebooks as they are now; they are read when one has changed."""
        paths = [(n, self.notebook_path("release", n)) for n in self.exercises]
        return read_releases(
            tuple((n, p, p.stat().st_mtime_ns) for n, p in paths if p.is_file())
        )

    @cached_property
    def settings(self) -> Config:
        """What ``nbgrader_config.py`` sets."""
        loader = PyFileConfigLoader("nbgrader_config.py", path=str(self.root))
        return loader.load_config()

    @cached_property
    def nbgrader(self) -> NbGraderAPI:
        """nbgrader's own interface to this course, with this course's settings."""
        return self._nbgrader_with(Config())

    def _nbgrader_with(self, changes: Config) -> NbGraderAPI:
        settings = copy.deepcopy(self.settings)
        settings.merge(changes)
        adapt_nbgrader()
        return NbGraderAPI(config=settings)

    def release(self, exercise: str, into_gradebook: bool) -> None:
        """Generate ``release/`` for `exercise`, and enter its tests `into_gradebook`.

        A gradebook with hand-ins refuses an exercise whose cells have changed.
        """
        nbgrader = (
            self.nbgrader if into_gradebook else self._nbgrader_with(NO_GRADEBOOK)
        )
        with kept_on_failure(self.root / "release" / exercise):
            result = nbgrader.generate_assignment(exercise, force=True, create=True)
            if not result["success"]:
                refuse(exercise, result.get("log", "") + result["error"])


@contextmanager
def kept_on_failure(folder: Path) -> Iterator[None]:
    """If anything fails within, `folder` is afterwards as it was: nbgrader removes it then."""
    with tempfile.TemporaryDirectory() as made:
        before = Path(made, "before")
        if folder.is_dir():
            shutil.copytree(folder, before)
        try:
            yield
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            if before.is_dir():
                shutil.copytree(before, folder)
            raise


def refuse(exercise: str, said: str) -> NoReturn:
    """Say why nbgrader could not make a release; it has caught whatever was raised."""
    if "KeyboardInterrupt" in said:
        raise KeyboardInterrupt
    if "Cannot add or remove cells" in said:
        raise CourseError(
            f"{exercise}: in source/, cells that are graded, solved or locked were added, "
            "removed or given another id. With submissions in the gradebook that cannot be "
            "done. Undo it, then run this again; to drop a test, let it ask for nothing. "
            "Nothing was changed."
        )
    raise CourseError(
        f"nbgrader could not generate the release of {exercise}; release/ is as it was:\n"
        + said
    )


@functools.lru_cache(4)
def read_releases(files: tuple[tuple[str, Path, int], ...]) -> Releases:
    """The notebooks of exercises in these files, which are of these times."""
    return Releases({name: nbformat.read(path, 4) for name, path, _ in files})


@contextmanager
def at_work(course: Course) -> Iterator[None]:
    """Work on `course` alone. However a process ends, its lock ends with it."""
    try:
        # A file that merely stands for a lock would stay behind a grading that is killed.
        with FileLock(course.root / LOCK, timeout=0, fallback_to_soft=False):
            yield
    except Timeout:
        raise CourseError(
            f"Another grading is at work on {course.root}; nothing was changed. Wait for "
            "its end, or stop it (Ctrl-C there): what it has saved stays, and the next "
            "run goes on from there."
        ) from None
