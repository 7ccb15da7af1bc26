"""The course as an ordinary user has it: most people are not root, but many tests run as root."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ordinary_user import (
    as_ordinary_user,
    give,
    open_folder,
    run_as_ordinary_user,
)
from pipeline.small_course import EXERCISE as SMALL
from pipeline.small_course import (
    POINTS,
    HandIn,
    as_it_is,
    lay,
    make_course,
    write_course,
)
from shared import EXERCISE, copy_course

from grading.course import LOCK, at_work
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


LOOK = """
import os, sys
import psutil
from grading.course import Course
from grading.doctor import leftovers
from grading.execution.sandbox import FOLDER_PREFIX
from grading.leftovers import is_of_dead_grader

number = int(sys.argv[1])
print(psutil.pid_exists(number), is_of_dead_grader(f"{FOLDER_PREFIX}{number}-x"))
for name in ("free", "busy", "closed"):
    print(leftovers(Course(name)).found)
"""
HIDE = 'mount -t proc -o hidepid=2 proc /proc && exec "$@"'
WITHOUT_OTHERS = ("unshare", "--mount", "--propagation=private", "sh", "-c", HIDE, "sh")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hides a process in /proc")
def test_another_users_grader_is_not_called_dead(folder):
    """Not even where /proc hides it, and by a lock that is another user's, too."""
    courses = {}
    for name in ("free", "busy", "closed"):
        (folder / name).mkdir()
        courses[name] = write_course(folder / name)
    give(folder)
    (folder / "look.py").write_text(LOOK, encoding="utf-8")
    words = [sys.executable, "-m", "look", str(os.getpid())]
    line = [*WITHOUT_OTHERS, *as_ordinary_user(words, folder / "home")]
    with at_work(courses["busy"]), at_work(courses["closed"]):
        (folder / "closed" / LOCK).chmod(0o600)
        said = subprocess.check_output(line, cwd=folder, text=True).splitlines()
    hidden, free, busy, closed = said
    assert hidden == "False False"
    assert free == "none"
    assert busy == "a grading is at work on this course"
    assert "cannot be seen: .grading.lock is another user's" in closed
