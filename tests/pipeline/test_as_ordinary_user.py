"""The course as an ordinary user has it: most people are not root, but many tests run as root."""

import os
from pathlib import Path

import pytest
from ordinary_user import give, open_folder, run_as_ordinary_user
from pipeline.small_course import EXERCISE as SMALL
from pipeline.small_course import POINTS, HandIn, as_it_is, lay, make_course
from shared import EXERCISE, copy_course

from grading.submission.folder import Submission


@pytest.fixture
def folder():
    with open_folder() as made:
        (made / "work").mkdir()
        yield made


def test_it_is_an_ordinary_user_who_sees_what_python_needs(folder):
    before = Path.home().stat().st_mode
    work, home = folder / "work", folder / "home"
    (work / "who.py").write_text("import os; print(os.geteuid())", encoding="utf-8")
    done = run_as_ordinary_user("who", folder=give(work), home=home)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) != 0
    done = run_as_ordinary_user("grading", "--help", folder=work, home=home)
    assert done.returncode == 0, done.stderr
    assert Path.home().stat().st_mode == before, "nothing outside has changed"


def test_the_demonstration(folder):
    course = copy_course(folder / "work", EXERCISE)
    give(course.root)
    home = folder / "home"
    done = run_as_ordinary_user("grading", "demo", folder=course.root, home=home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "marks.csv" in done.stdout
    assert (course.root / "marks.csv").stat().st_uid == course.root.stat().st_uid


@pytest.mark.parametrize("what", [f"{SMALL}.ipynb", "data.csv", "deeper"])
def test_what_the_grader_may_not_read_costs_nobody_points(folder, what):
    """The notebook, a file beside it, or a folder in which something lies."""
    (folder / "work").rmdir()
    (folder / "work").mkdir()
    course = make_course(folder / "work")
    lay(course, HandIn("ada", as_it_is))
    home = folder / "home"
    words = ("grading", "autograde", SMALL)
    give(course.root)
    assert run_as_ordinary_user(*words, folder=course.root, home=home).returncode == 0
    place = Submission(course, SMALL, "ada").folder / what
    if what == "deeper":
        place.mkdir()
    elif not place.exists():
        place.write_text("1", encoding="utf-8")
    if os.geteuid() == 0:
        os.chown(place, 0, 0)
    place.chmod(0)
    done = run_as_ordinary_user(*words, folder=course.root, home=home)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "not graded" in done.stdout and "could not be read" in done.stdout
    assert f"{sum(POINTS.values())} of" in done.stdout, "the earlier points stay"
    place.chmod(0o755)
