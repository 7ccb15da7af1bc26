"""A handout gives no answers away before the exercises that they are to are past."""

import datetime
import json

import nbformat
import pytest
from click.testing import CliRunner
from pipeline.small_course import EXERCISE, write_course
from shared import EXERCISES, ROOT

from grading import handout
from grading.cli import main
from grading.course import Course
from grading.deadlines.extensions import extend

LATER = "later-exercise"  # its students get dp
A_CENTURY = datetime.timedelta(days=36525)


@pytest.fixture
def course(tmp_path, monkeypatch) -> Course:
    """A course of two exercises: dp answers the first, and comes with the second."""
    course = write_course(tmp_path)
    notebook = course.read_notebook("source", EXERCISE)
    later = course.notebook_path("source", LATER)
    later.parent.mkdir()
    nbformat.write(notebook, later)
    notebook.metadata["answered_by"] = "dp"
    nbformat.write(notebook, course.notebook_path("source", EXERCISE))
    with_import(later)
    monkeypatch.setattr(handout, "write_handout", lambda *words: ["README.md"])
    return Course(tmp_path)


def with_import(path) -> None:
    notebook = nbformat.read(path, as_version=4)
    code = next(cell for cell in notebook.cells if cell.cell_type == "code")
    code.source += "\nfrom dp import Node"
    nbformat.write(notebook, path)


def type_in(course: Course, *words: str, code: int = 0) -> str:
    """What a command of `grading` says."""
    done = CliRunner().invoke(
        main, ["--course", str(course.root), *words], catch_exceptions=False
    )
    assert done.exit_code == code, done.output
    return " ".join(done.output.split())


def let_be_due(course: Course, time: str) -> None:
    type_in(course, "enter", EXERCISE)
    type_in(course, "due", EXERCISE, time, "--zone", "UTC")


def test_without_due_dates_it_is_refused(course):
    said = type_in(course, "handout", code=1)
    assert (
        f"those to {EXERCISE} (no due date) are in dp, which comes with {LATER}" in said
    )
    assert f"make handout EXERCISES='{EXERCISE}'" in said
    assert f"grading due {EXERCISE} TIME" in said
    assert not (course.root / "gradebook.db").exists(), "nor is a gradebook made"


def test_what_needs_no_dp_gives_nothing_away(course):
    assert "1 files" in type_in(course, "handout", EXERCISE)


def test_before_the_due_date(course):
    let_be_due(course, "2100-01-31 23:59")
    said = type_in(course, "handout", LATER, code=1)
    assert f"{EXERCISE} (due 31 January 2100, 23:59 UTC)" in said
    assert "leave these out" not in said, "nothing would be left"


def test_after_the_due_date_until_the_last_extension_ends(course):
    let_be_due(course, "2020-01-31 23:59")
    assert "the answers" not in type_in(course, "handout")
    extend(course, {("ada", EXERCISE): datetime.timedelta(days=2)})
    assert "the answers" not in type_in(course, "handout")
    extend(course, {("bob", EXERCISE): A_CENTURY})
    said = type_in(course, "handout", code=1)
    assert "23:59 UTC, by the extension of bob)" in said


def test_anyway(course):
    said = type_in(course, "handout", "--anyway")
    assert f"It holds the answers to {EXERCISE} (no due date)." in said


def test_the_course_says_which_exercises_dp_answers():
    said = {}
    for exercise in EXERCISES:
        path = Course(ROOT).notebook_path("source", exercise)
        said[exercise] = json.loads(path.read_bytes())["metadata"].get("answered_by")
    assert said == dict.fromkeys(EXERCISES) | dict.fromkeys(EXERCISES[:2], "dp")
