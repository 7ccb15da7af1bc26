"""A course with one small exercise, and hand-ins that say what they deserve.

The two corpora, `odd_hand_ins` and `cheating_hand_ins`, are laid into such a course and
graded in one go; the tests compare what comes out with the tables.
"""

import copy
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from shared import ROOT

from grading import autograde
from grading.course import Course
from grading.execution.readers import waiting
from grading.execution.sandbox import FOLDER_PREFIX
from grading.execution.workers import Options
from grading.solutions import fill_in
from grading.submission.folder import Submission
from grading.submission.mark import Mark

EXERCISE = "small-exercise"
POINTS = {"double-test": 1, "mean-test": 2, "mean-edge-test": 1, "greet-test": 3}
QUESTION, QUESTION_POINTS = "question", 2
RIGHT = {
    "double": "def double(x):\n    return 2 * x",
    "mean": "def mean(values):\n    return sum(values) / len(values)",
    "greet": 'def greet(name):\n    return f"Hello, {name}!"',
    QUESTION: "Because every value counts once.",
}
ALL = " ".join(POINTS)
NOTHING = ""
# The right hand-ins before and after all others in the order of grading.
NEIGHBORS = ("0-before", "~after")

# Low, so that what breaks a limit is noticed soon; the time is wide enough for an honest
# cell on a machine that is five times slower.
LIMITS = """
c.ExecuteInSandbox.cell_seconds = 6
c.ExecuteInSandbox.total_seconds = 90
c.ExecuteInSandbox.memory_mib = 400
c.ExecuteInSandbox.processes = 16
c.ExecuteInSandbox.output_mib = 2
c.ExecuteInSandbox.file_mib = 64
"""

TESTS = {
    "double-test": """\
assert double(2) == 4, "two times two is four"
### BEGIN HIDDEN TESTS
for secret_number in (-1.5, 0, 7):
    assert double(secret_number) == secret_number + secret_number, "not the double of it"
### END HIDDEN TESTS
""",
    "mean-test": """\
assert mean([1, 2, 3]) == 2, "the mean of 1, 2, 3 is 2"
### BEGIN HIDDEN TESTS
secret_values = np.array([0.5, 1.5, 4.0])
np.testing.assert_allclose(mean(secret_values), 2.0, err_msg="not the mean of them")
### END HIDDEN TESTS
""",
    "mean-edge-test": """\
assert np.allclose(mean([7]), 7), "the mean of one value is this value"
### BEGIN HIDDEN TESTS
assert np.allclose(mean([-3, 3]), 0), "the mean of a number and its negative is 0"
### END HIDDEN TESTS
""",
    "greet-test": """\
assert greet("Ada") == "Hello, Ada!", "Ada is greeted with a comma and an exclamation mark"
### BEGIN HIDDEN TESTS
assert greet("secret guest") == "Hello, secret guest!", "every guest is greeted by name"
### END HIDDEN TESTS
""",
}


@dataclass(frozen=True)
class HandIn:
    """What one student hands in and deserves.

    `write` gets the folder and the right notebook as JSON. `earns` names the tests passed,
    and `words` stand in the reason.
    """

    student: str
    write: Callable[[Path, dict], None]
    status: str = "graded"
    earns: str = ALL
    words: str = ""
    tries: str = ""

    @property
    def points(self) -> dict[str, int]:
        earned = self.earns.split()
        return {
            test: points if test in earned else 0 for test, points in POINTS.items()
        }


@dataclass(frozen=True)
class Result:
    """What came out for one hand-in."""

    mark: Mark
    points: dict[str, float]
    page: str  # the feedback


def make_course(folder: Path) -> Course:
    """A course with the small exercise, released and entered into the gradebook."""
    course = write_course(folder)
    course.release(EXERCISE, into_gradebook=True)
    return course


def write_course(folder: Path) -> Course:
    """A course with the source of the small exercise."""
    settings = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    (folder / "nbgrader_config.py").write_text(settings + LIMITS, encoding="utf-8")
    path = folder / "source" / EXERCISE / f"{EXERCISE}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(small_exercise(), path)
    return Course(folder)


def small_exercise():
    cells = [
        new_markdown_cell("# A small exercise", id="title"),
        new_code_cell("import numpy as np", id="setup", metadata=marks_of("setup")),
    ]
    for task in ("double", "mean", "greet"):
        heading, _, body = RIGHT[task].partition("\n")
        solution = f"{heading}\n    ### BEGIN SOLUTION\n{body}\n    ### END SOLUTION\n"
        cells += [
            new_markdown_cell(f"## {task}", id=f"{task}-text"),
            new_code_cell(solution, id=task, metadata=marks_of(task, solution=True)),
        ]
        cells += [
            new_code_cell(
                TESTS[test], id=test, metadata=marks_of(test, points=POINTS[test])
            )
            for test in TESTS
            if test.startswith(task)
        ]
    answer = marks_of(QUESTION, points=QUESTION_POINTS, solution=True)
    cells += [
        new_markdown_cell("## Why is it called the mean?", id="question-text"),
        new_markdown_cell(RIGHT[QUESTION], id=QUESTION, metadata=answer),
    ]
    language = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": language})


def marks_of(grade_id: str, points: int = 0, solution: bool = False) -> dict:
    """The metadata with which nbgrader knows a cell."""
    marks = {
        "grade_id": grade_id,
        "grade": bool(points),
        "solution": solution,
        "locked": not solution,
        "schema_version": 3,
        "task": False,
    }
    return {"nbgrader": marks | ({"points": points} if points else {})}


def lay(course: Course, hand_in: HandIn) -> None:
    """Lay a hand-in into ``submitted/``, in place of an earlier one."""
    folder = Submission(course, EXERCISE, hand_in.student).folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    right = fill_in(course.read_notebook("release", EXERCISE), RIGHT)
    hand_in.write(folder, json.loads(nbformat.writes(right)))


def grade(
    course: Course,
    hand_ins: Iterable[HandIn],
    *students: str,
    options: Options | None = None,
) -> dict[str, Result]:
    """Grade the hand-ins between their neighbors in one go, or those of `students`."""
    for hand_in in hand_ins:
        lay(course, hand_in)
    for neighbor in NEIGHBORS:
        lay(course, HandIn(neighbor, as_it_is))
    marks = autograde.run(course, [EXERCISE], students, options=options or Options())
    return {mark.student: result_of(course, mark) for mark in marks}


def result_of(course: Course, mark: Mark) -> Result:
    page = course.notebook_path("feedback", EXERCISE, mark.student)
    return Result(
        mark,
        test_points(course, mark.student),
        page.with_suffix(".html").read_text(encoding="utf-8"),
    )


def test_points(course: Course, student: str) -> dict[str, float]:
    """The points of each test as they stand in the gradebook."""
    with course.nbgrader.gradebook as gradebook:
        notebook = gradebook.find_submission_notebook(EXERCISE, EXERCISE, student)
        return {
            grade.name: grade.auto_score
            for grade in notebook.grades
            if grade.name in POINTS
        }


test_points.__test__ = False  # pytest would take it for a test


def in_folder(folder: Path, course: Course | None = None, exercise: str = EXERCISE):
    """A submission whose files lie in any folder."""
    return Submission(course, exercise, "ada", folder)


def left_behind() -> list[str]:
    """Processes, sockets and folders of graded hand-ins that are still there."""
    mine = psutil.Process()
    prefix = f"{FOLDER_PREFIX}{os.getpid()}-"
    # What waits for the next submission stays, without any reader that it has forked.
    both = map(waiting, (True, False))
    waits = [one.running.process.pid for one in both if one.running]
    families = [[p, *alive_below(p)] for p in map(psutil.Process, waits)]
    here = {p for family in families if len(family) <= 3 for p in family}
    processes = [" ".join(p.cmdline()) for p in alive_below(mine) if p not in here]
    return [
        *(words for words in processes if "bwrap" in words or "ipykernel" in words),
        *(str(path) for path in Path(tempfile.gettempdir()).glob(f"{prefix}*")),
        *(one.laddr for one in mine.net_connections("unix") if prefix in one.laddr),
    ]


def alive_below(process: psutil.Process) -> list[psutil.Process]:
    """The processes below one, without those that have ended and were not asked for yet."""
    return [
        child
        for child in process.children(recursive=True)
        if child.is_running() and child.status() != psutil.STATUS_ZOMBIE
    ]


# How hand-ins are written.


def write(folder: Path, notebook: dict, name: str = EXERCISE) -> None:
    path = folder / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def as_it_is(folder: Path, right: dict) -> None:
    write(folder, right)


def holding(content: bytes) -> Callable[[Path, dict], None]:
    """A notebook file with just this in it."""
    return lambda folder, right: (folder / f"{EXERCISE}.ipynb").write_bytes(content)


def changed(change: Callable[[dict], object]) -> Callable[[Path, dict], None]:
    """The right notebook after `change`, which works in place."""

    def write_changed(folder: Path, right: dict) -> None:
        change(right)
        write(folder, right)

    return write_changed


def solving(**sources: str) -> Callable[[Path, dict], None]:
    """The right notebook with these sources of cells in place of the right ones."""

    def change(right: dict) -> None:
        for grade_id, source in sources.items():
            cell_called(right, grade_id)["source"] = source

    return changed(change)


def adding(source: str, after: str = "setup") -> Callable[[Path, dict], None]:
    """The right notebook with one more code cell."""
    return changed(lambda right: insert(right, code(source), after))


def beside(**files: str) -> Callable[[Path, dict], None]:
    """The right notebook, and modules of these names beside it."""

    def write_all(folder: Path, right: dict) -> None:
        write(folder, right)
        for name, content in files.items():
            (folder / f"{name}.py").write_text(content, encoding="utf-8")

    return write_all


def code(source: str) -> dict:
    return {
        "cell_type": "code",
        "id": "my-own",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def cell_called(notebook: dict, grade_id: str) -> dict:
    return next(cell for cell in notebook["cells"] if cell["id"] == grade_id)


def insert(notebook: dict, cell: dict, after: str) -> None:
    place = notebook["cells"].index(cell_called(notebook, after))
    notebook["cells"].insert(place + 1, copy.deepcopy(cell))
