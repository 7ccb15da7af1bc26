"""What tests of all kinds need to know about the course."""

import shutil
from pathlib import Path

from grading.course import Course

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = Course(ROOT).exercises
# Where one exercise stands for all, it is the smallest.
EXERCISE = "part1-1-autodiff-scalar"


def copy_course(folder: Path, *exercises: str) -> Course:
    """A course of its own with some exercises, and nothing released or handed in yet."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    for exercise in exercises:
        for part in (f"source/{exercise}", f"tests/exercises/{exercise}"):
            shutil.copytree(ROOT / part, folder / part)
    return Course(folder)


def copy_course_to_hand_out(folder: Path, *exercises: str) -> Course:
    """A course of its own, with all that goes into its students' handout."""
    for part in ("dp", "coursework", "docs/guides"):
        shutil.copytree(ROOT / part, folder / part)
    for name in ("LICENSE", "LICENSE-texts", "constraints.txt"):
        shutil.copy(ROOT / name, folder)
    return copy_course(folder, *exercises)
