"""The course as an ordinary user has it: most people are not root, but many tests run as root."""

from pathlib import Path

import pytest
from ordinary_user import give, open_folder, run_as_ordinary_user
from shared import EXERCISE, copy_course


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
