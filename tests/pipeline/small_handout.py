"""A handout with the small exercise, as it lies on a student's machine."""

import shutil
from pathlib import Path

import nbformat
from pipeline.small_course import EXERCISE, RIGHT, make_course

from coursework.handout import RELEASED, Handout
from grading.solutions import fill_in

TITLE = "# Part 0 · A small exercise\n\n| **Time** | 1 hour |\n| **Points** | 7 |\n"


def make_handout(folder: Path) -> Handout:
    """A handout in `folder`, with a notebook that nobody has touched."""
    (folder / "course").mkdir()
    course = make_course(folder / "course")
    released = course.read_notebook("release", EXERCISE)
    released.cells[0].source = TITLE
    handout = Handout(folder / "handout")
    for place in (handout.root / RELEASED, handout.root / EXERCISE):
        place.mkdir(parents=True)
        nbformat.write(released, place / f"{EXERCISE}.ipynb")
    shutil.rmtree(course.root)
    return handout


def answer(handout: Handout, **sources: str) -> Path:
    """Save the right answers with these in their place, as an editor without outputs does."""
    exercise = handout.exercise(EXERCISE)
    nbformat.write(fill_in(exercise.released, RIGHT | sources), exercise.path)
    return exercise.path
