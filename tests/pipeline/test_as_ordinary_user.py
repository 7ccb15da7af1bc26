"""The course as an ordinary user has it: most people are not root, but many tests run as root."""

from pathlib import Path

from ordinary_user import give, run_as_ordinary_user
from shared import EXERCISE, copy_course


def test_it_is_an_ordinary_user_who_sees_what_python_needs(tmp_path):
    before = Path.home().stat().st_mode
    (tmp_path / "work").mkdir()
    folder = give(tmp_path / "work")
    home = tmp_path / "home"
    (folder / "who.py").write_text("import os; print(os.geteuid())", encoding="utf-8")
    done = run_as_ordinary_user("who", folder=folder, home=home)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) != 0
    done = run_as_ordinary_user("grading", "--help", folder=folder, home=home)
    assert done.returncode == 0, done.stderr
    assert Path.home().stat().st_mode == before, "nothing outside has changed"


def test_the_demonstration(tmp_path):
    (tmp_path / "course").mkdir()
    course = copy_course(tmp_path / "course", EXERCISE)
    give(course.root)
    done = run_as_ordinary_user(
        "grading", "demo", folder=course.root, home=tmp_path / "home"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "marks.csv" in done.stdout
    assert (course.root / "marks.csv").stat().st_uid == course.root.stat().st_uid
