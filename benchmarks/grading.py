"""Grading a class: this course's `grading autograde` against plain nbgrader.

Each contestant is a command that an instructor types, its start included; all grade the
same hand-ins (the reference solution, once for each student), take their turns in each
round, write feedback, and must give everybody all points. The clock is the wall's.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import nbformat
import numpy as np
import psutil
from nbformat.v4 import new_code_cell, new_notebook

from benchmarks.timing import machine, table
from grading.autograde import run
from grading.console import Silence
from grading.course import Course
from grading.execution.workers import Options
from grading.solutions import fill_in, reference_cells

ROOT = Path(__file__).resolve().parents[1]
# Exercise -> students in its class.
LIGHT = "light"  # imports NumPy and nothing else: what starting and saving cost
CLASSES = {
    LIGHT: 20,
    "part1-1-autodiff-scalar": 12,
    "part1-3-autodiff-neural-network": 6,
    "part3b-1-tensorflow-softmax-regression": 4,
}
ROUNDS = 2
JOBS = (1, 2, 3, 4)
STOCK = """
from pathlib import Path

c = get_config()
c.CourseDirectory.root = str(Path(__file__).parent)
c.CourseDirectory.course_id = "plain"
c.Execute.timeout = 600
"""


def make_class(folder: Path, exercise: str, students: int, settings: str) -> Course:
    """A course with one exercise that all `students` have handed in."""
    (folder / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    source = folder / "source" / exercise
    if exercise == LIGHT:
        source.mkdir(parents=True)
        nbformat.write(light_exercise(), source / f"{LIGHT}.ipynb")
    else:
        shutil.copytree(ROOT / "source" / exercise, source)
    course = Course(folder)
    course.release(exercise, into_gradebook=True)
    hand_in = fill_in(
        course.read_notebook("release", exercise), reference_cells(course, exercise)
    )
    for number in range(students):
        path = course.notebook_path("submitted", exercise, f"student-{number:03}")
        path.parent.mkdir(parents=True)
        nbformat.write(hand_in, path)
    return course


def light_exercise():
    """An exercise with one task."""
    solution = (
        "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
    )
    sources = {
        "setup": "import numpy as np",
        "double": solution,
        "double-test": "assert np.all(double(np.arange(3)) == [0, 2, 4])",
    }
    cells = []
    for grade_id, source in sources.items():
        marks = {
            "grade_id": grade_id,
            "solution": grade_id == "double",
            "locked": grade_id != "double",
            "grade": grade_id == "double-test",
            "schema_version": 3,
            "task": False,
        }
        if marks["grade"]:
            marks["points"] = 1
        metadata = {"nbgrader": marks}
        cells.append(new_code_cell(source, id=grade_id, metadata=metadata))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def by_nbgrader(course: Course, exercise: str) -> None:
    for command in ("autograde", "generate_feedback"):
        typed = [sys.executable, "-m", "nbgrader", command, exercise, "--force"]
        subprocess.run(typed, cwd=course.root, check=True, capture_output=True)


def by_grading(course: Course, exercise: str, jobs: int) -> None:
    typed = ["autograde", exercise, "--force", "--jobs", str(jobs)]
    subprocess.run(
        [sys.executable, "-m", "grading", *typed],
        cwd=course.root,
        check=True,
        capture_output=True,
    )


def check_points(course: Course, exercise: str) -> None:
    """All automatic points for everybody, or the times mean nothing."""
    with course.nbgrader.gradebook as gradebook:
        assignment = gradebook.find_assignment(exercise)
        most = sum(
            cell.max_score
            for notebook in assignment.notebooks
            for cell in notebook.grade_cells
            if cell.cell_type == "code"
        )
        scores = {submission.score for submission in assignment.submissions}
    assert scores == {most}, (exercise, scores, most)


def class_table(exercise: str, students: int, folder: Path) -> str:
    """Hand-ins a minute of each contestant, and its ratio to plain nbgrader."""
    ours = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    courses = {}
    for name, settings in (("stock", STOCK), ("ours", ours)):
        (folder / name).mkdir()
        courses[name] = make_class(folder / name, exercise, students, settings)
    contestants = {
        "plain nbgrader": partial(by_nbgrader, courses["stock"]),
        "plain nbgrader, this course's settings": partial(by_nbgrader, courses["ours"]),
    } | {
        f"grading autograde --jobs {jobs}": partial(
            by_grading, courses["ours"], jobs=jobs
        )
        for jobs in JOBS
    }
    seconds = {name: [] for name in contestants}
    for _ in range(ROUNDS):
        for name, grade in contestants.items():
            start = time.perf_counter()
            grade(exercise)
            seconds[name].append(time.perf_counter() - start)
    for course in courses.values():
        check_points(course, exercise)
    base = np.median(seconds["plain nbgrader"])
    rows = [[exercise, "hand-ins a minute (range)", "plain nbgrader = 1"]]
    for name, column in seconds.items():
        a_minute = 60 * students / np.array(column)
        spread = f"{a_minute.min():.1f}-{a_minute.max():.1f}"
        ratio = base / np.median(column)
        rows.append([name, f"{np.median(a_minute):.1f} ({spread})", f"{ratio:.2f}"])
    return table(*rows)


class Memory(Silence):
    """Notes the grading process's resident memory every `every` hand-ins."""

    def __init__(self, every: int):
        self.every, self.count, self.mebibytes = every, 0, []

    def graded(self, mark):
        self.count += 1
        if self.count % self.every == 0:
            self.mebibytes.append(psutil.Process().memory_info().rss / 2**20)


def memory_table(students: int, folder: Path) -> str:
    """What the grading process holds while a class of `students` is graded."""
    exercise = LIGHT
    ours = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    course = make_class(folder, exercise, students, ours)
    memory = Memory(students // 6)
    run(course, [exercise], show=memory, options=Options(jobs=2))
    counts = range(memory.every, students + 1, memory.every)
    return table(
        ["hand-ins graded", *map(str, counts)],
        ["MiB", *(f"{size:.0f}" for size in memory.mebibytes)],
    )


def main() -> None:
    os.environ["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    chosen = sys.argv[1:] or [*CLASSES, "memory"]
    packages = ("nbgrader", "nbclient", "ipykernel", "matplotlib", "scikit-learn")
    print(machine(packages, used="all used"), "\n", flush=True)
    for name in chosen:
        with tempfile.TemporaryDirectory() as folder:
            if name == "memory":
                print(memory_table(300, Path(folder)), flush=True)
            else:
                print(class_table(name, CLASSES[name], Path(folder)), flush=True)


if __name__ == "__main__":
    main()
