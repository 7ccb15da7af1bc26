"""Grading goes on where it was stopped, and grades nothing twice."""

import json
import multiprocessing
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from pipeline.killed import grade_and_die
from pipeline.small_course import (
    EXERCISE,
    RIGHT,
    HandIn,
    lay,
    make_course,
    solving,
    test_points,
)

from grading.autograde import run
from grading.console import Silence
from grading.course import Course, CourseError
from grading.execution.workers import Options
from grading.submission.exchange import is_interrupted
from grading.submission.folder import Submission

STUDENTS = ("ada", "bob", "cem", "dia")
WRONG = 'def greet(name):\n    return "?"'


def version(number: int, student: str) -> HandIn:
    """A hand-in that differs from all others; every second one greets wrongly."""
    is_right = (number + STUDENTS.index(student)) % 2 == 0
    double = f"# version {number} of {student}\n{RIGHT['double']}"
    greet = RIGHT["greet"] if is_right else WRONG
    return HandIn(student, solving(double=double, greet=greet))


def points_of(number: int, student: str) -> int:
    return 7 if (number + STUDENTS.index(student)) % 2 == 0 else 4


def graded_again(course: Course, **options) -> set[str]:
    """Who is graded if grading is started once more."""
    marks = run(course, [EXERCISE], options=Options(**options))
    return {mark.student for mark in marks if not mark.unchanged}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("resume"))
    for student in STUDENTS:
        lay(course, version(0, student))
    run(course, [EXERCISE])
    return course


def test_what_has_not_changed_is_not_graded_again(course):
    assert graded_again(course) == set()


def test_unchanged_marks_are_told_all_the_same(course):
    marks = run(course, [EXERCISE])
    assert [mark.student for mark in marks] == list(STUDENTS)
    assert [mark.points for mark in marks] == [points_of(0, s) for s in STUDENTS]


def test_force_grades_again_whom_it_is_asked_for(course):
    assert graded_again(course, force=True) == set(STUDENTS)
    (mark,) = run(course, [EXERCISE], ("bob",), options=Options(force=True))
    assert (mark.student, mark.unchanged) == ("bob", False)


def test_a_new_hand_in_is_graded(course):
    lay(course, version(1, "cem"))
    assert graded_again(course) == {"cem"}
    assert sum(test_points(course, "cem").values()) == points_of(1, "cem")


def test_a_file_beside_the_notebook_and_the_time_count(course):
    folder = Submission(course, EXERCISE, "ada").folder
    (folder / "data.txt").write_text("1")
    assert graded_again(course) == {"ada"}
    (folder / "timestamp.txt").write_text("2027-01-31 12:00 UTC\n")
    assert graded_again(course) == {"ada"}
    assert graded_again(course) == set()


def test_other_limits_or_no_sandbox_grade_again(course):
    assert graded_again(course, sandbox=False) == set(STUDENTS)
    assert graded_again(course) == set(STUDENTS)


def test_a_changed_test_grades_all_of_its_exercise_again(course):
    path = course.notebook_path("source", EXERCISE)
    before = path.read_text()
    path.write_text(
        before.replace("the mean of 1, 2, 3 is 2", "1, 2, 3 have the mean 2")
    )
    assert graded_again(course) == set(STUDENTS)
    path.write_text(before)
    assert graded_again(course) == set(STUDENTS)


def lose_feedback(course, student):
    Submission(course, EXERCISE, student).page.unlink()


def lose_graded_notebook(course, student):
    course.notebook_path("autograded", EXERCISE, student).unlink()


def lose_row(course, student):
    with course.nbgrader.gradebook as gradebook:
        gradebook.remove_submission(EXERCISE, student)


def damage_graded_notebook(course, student):
    path = course.notebook_path("autograded", EXERCISE, student)
    path.chmod(0o644)
    path.write_text(path.read_text()[:100])


@pytest.mark.parametrize(
    "lose", [lose_feedback, lose_graded_notebook, damage_graded_notebook, lose_row]
)
def test_what_was_lost_is_made_again(course, lose):
    lose(course, "dia")
    assert graded_again(course) == {"dia"}
    check_agreement(course, {**dict.fromkeys(STUDENTS, 0), "cem": 1})


def test_a_notebook_graded_by_plain_nbgrader_is_graded_anew(course):
    command = ["nbgrader", "autograde", EXERCISE, "--student", "ada", "--force"]
    subprocess.run(command, cwd=course.root, check=True, capture_output=True)
    assert graded_again(course) == {"ada"}


def check_agreement(course: Course, versions: dict[str, int]) -> None:
    """Gradebook, graded notebook and feedback hold the same version of each hand-in."""
    for student, number in versions.items():
        points = points_of(number, student)
        assert sum(test_points(course, student).values()) == points
        path = course.notebook_path("autograded", EXERCISE, student)
        assert f"# version {number} of {student}" in path.read_text()
        assert re.findall(r"# version (\d+) of", saved_page(course, student)) == [
            str(number)
        ]


def graded_folder(course: Course, student: str):
    return course.notebook_path("autograded", EXERCISE, student).parent


def saved_page(course: Course, student: str) -> str:
    """The feedback as a student reads it; "" if there is none."""
    page = Submission(course, EXERCISE, student).page
    if not page.exists():
        return ""
    text = page.read_text()
    assert text.rstrip().endswith("</html>"), "a page is written whole or not at all"
    return re.sub("<[^>]+>", "", text)


def test_killed_at_any_moment_it_loses_nothing(tmp_path):
    """Five times: everybody hands in anew, grading is killed and started again."""
    course = make_course(tmp_path)
    chance = random.Random(8)
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["grading.autograde"])
    duration, killed, kept, number = 4.0, 0, 0, 0
    # The moments are such that something is left to do, and something was done.
    while killed < 5 or not 0 < kept < number * len(STUDENTS):
        assert number < 100, (killed, kept)
        number += 1
        for student in STUDENTS:
            lay(course, version(number, student))
        process = server.Process(
            target=grade_and_die, args=(tmp_path, chance.uniform(0, duration))
        )
        process.start()
        process.join()
        if process.exitcode == -signal.SIGKILL:
            killed += 1
        else:  # it was done before, on a machine that has become faster
            duration *= 0.8
        done = {
            s
            for s in STUDENTS
            if f"# version {number} of" in saved_page(course, s)
            and not is_interrupted(graded_folder(course, s))
        }
        kept += len(done)
        begin = time.monotonic()
        assert graded_again(course) == set(STUDENTS) - done
        if not done:  # how long the whole takes on this machine
            duration = time.monotonic() - begin
        check_agreement(course, dict.fromkeys(STUDENTS, number))
    left = [
        p for end in ("half", "before", "unsaved") for p in tmp_path.rglob(f"*.{end}")
    ]
    assert left == []


def test_a_second_grading_says_that_the_first_is_at_work(course):
    command = [sys.executable, "-m", "grading", "autograde", EXERCISE, "--force"]
    first = subprocess.Popen(
        command, cwd=course.root, stdout=subprocess.PIPE, text=True
    )
    assert "1 of 4" in first.stdout.readline()  # it is in the middle
    first.send_signal(signal.SIGSTOP)  # and stays there, however slow this process is
    with pytest.raises(CourseError, match="Another grading is at work"):
        run(course, [EXERCISE])
    first.send_signal(signal.SIGCONT)
    first.communicate()
    assert first.returncode == 0
    assert graded_again(course) == set()


class Holder(Silence):
    """Lets go of the gradebook as soon as grading says that it waits for it."""

    def __init__(self, course):
        self.connection = sqlite3.connect(
            course.root / "gradebook.db", check_same_thread=False
        )
        self.said = []

    def begin(self, total):
        self.connection.execute("BEGIN IMMEDIATE")

    def tell(self, text):
        self.said.append(text)
        self.connection.rollback()


def test_it_waits_for_a_gradebook_that_somebody_holds(course):
    holder = Holder(course)
    lay(course, version(1, "bob"))
    run(course, [EXERCISE], show=holder)
    assert holder.said == ["waiting: another program holds the gradebook"]
    check_agreement(course, {"bob": 1})


def test_a_notebook_says_how_long_it_took(course):
    path = course.notebook_path("autograded", EXERCISE, "bob")
    marks = json.loads(path.read_text())["metadata"]["grading"]
    assert 0 < marks["seconds"] < 600
    assert len(marks["fingerprint"]) == 64
