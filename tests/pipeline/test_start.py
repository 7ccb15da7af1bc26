"""The instructor's start page: how far each exercise has come, and what comes next."""

import datetime
import shutil

import pytest
from pipeline.small_course import EXERCISE, POINTS, QUESTION, make_course, write_course

from grading.course import Course
from grading.deadlines.due import set_due
from grading.start.progress import Progress, progress_of, this_week
from grading.start.server import from_now
from grading.start.steps import next_step
from grading.submission.folder import Submission

NOW = datetime.datetime(2027, 2, 1, 12)
DAY = datetime.timedelta(days=1)
BEFORE, AFTER = NOW - DAY, NOW + DAY
TIME = datetime.datetime(2027, 1, 30, 20)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    return make_course(tmp_path_factory.mktemp("template"))


@pytest.fixture
def course(template, tmp_path) -> Course:
    return Course(shutil.copytree(template.root, tmp_path / "course"))


def lay(course: Course, student: str, time: datetime.datetime = TIME) -> None:
    folder = Submission(course, EXERCISE, student).folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{EXERCISE}.ipynb").write_text("{}")
    (folder / "timestamp.txt").write_text(f"{time} UTC\n")


def enter(course: Course, student: str) -> None:
    """Enter a submission as graded, with an answer that waits."""
    with course.nbgrader.gradebook as book:
        book.update_or_create_student(student)
        book.add_submission(EXERCISE, student, timestamp=TIME)
        for one in book.find_submission_notebook(EXERCISE, EXERCISE, student).grades:
            one.auto_score = 1 if one.name in POINTS else None
            one.needs_manual_grade = one.name == QUESTION
        book.db.commit()


def numbers(course: Course) -> tuple[int, int, int]:
    [one] = progress_of(course)
    return one.submitted, one.not_graded, one.waiting


def test_the_progress_of_an_exercise(course):
    assert progress_of(course) == [Progress(EXERCISE, "A small exercise", True)]
    set_due(course, [EXERCISE], "2027-01-31 12:00 UTC")
    [one] = progress_of(course)
    assert one.due == datetime.datetime(2027, 1, 31, 12)
    lay(course, "ada")
    lay(course, "bob")
    assert numbers(course) == (2, 2, 0)
    enter(course, "ada")
    assert numbers(course) == (2, 1, 1)
    lay(course, "ada", TIME + datetime.timedelta(hours=1))
    assert numbers(course) == (2, 2, 1)
    with course.nbgrader.gradebook as book:
        book.update_or_create_student("ada", first_name="Ada")
    assert numbers(course) == (1, 1, 1)  # bob is not in the class


def test_without_a_gradebook_none_is_made(tmp_path):
    course = write_course(tmp_path)
    assert progress_of(course) == [Progress(EXERCISE, "A small exercise")]
    assert not (tmp_path / "gradebook.db").exists()


def at(**facts) -> Progress:
    return Progress("ex", "An exercise", **{"is_entered": True} | facts)


@pytest.mark.parametrize(
    ("facts", "words", "command", "is_pressing"),
    [
        (
            {"is_entered": False},
            "Enter it into the gradebook",
            "grading enter ex",
            False,
        ),
        (
            {},
            "Say when it is due, and hand it out",
            'grading due ex "2027-01-31 23:59"',
            False,
        ),
        ({"due": AFTER}, "Hand it out", "make handout EXERCISES=ex", False),
        (
            {"due": BEFORE},
            "Collect",
            "grading collect ex ~/Downloads/submissions.zip",
            True,
        ),
        (
            {"due": BEFORE, "submitted": 3, "not_graded": 2},
            "Grade 2 submissions",
            "grading autograde ex",
            True,
        ),
        (
            {"due": AFTER, "submitted": 1, "not_graded": 1},
            "Grade 1 submission",
            "grading autograde ex",
            False,
        ),
        (
            {"due": AFTER, "submitted": 1, "waiting": 1},
            "Collect after the due date",
            "grading collect ex ~/Downloads/submissions.zip",
            False,
        ),
        (
            {"due": BEFORE, "submitted": 3, "waiting": 1},
            "Mark 1 answer",
            "grading mark",
            True,
        ),
        (
            {"submitted": 3},
            "Give feedback",
            "grading return ex --format moodle",
            False,
        ),
    ],
)
def test_the_next_step(facts, words, command, is_pressing):
    step = next_step(at(**facts), NOW)
    assert (step.words, step.commands[0]) == (words, command)
    assert step.is_pressing == is_pressing


def test_this_weeks_exercise_is_due_next_or_was_due_last():
    past, old, none = at(due=BEFORE), at(due=BEFORE - DAY), at()
    soon, later = at(due=AFTER), at(due=AFTER + DAY)
    assert this_week([past, later, none, soon], NOW) is soon
    assert this_week([old, past, none], NOW) is past
    assert this_week([none], NOW) is None


@pytest.mark.parametrize(
    ("hours", "said"), [(25, "in 1 day 1 hour"), (-2, "2 hours ago")]
)
def test_a_time_from_now(hours, said):
    assert from_now(NOW + datetime.timedelta(hours=hours), NOW) == said
