"""nbgrader's real commands, from source/ to the gradebook, the feedback and the CSV."""

import copy
import csv

import nbformat
import pytest
from nbformat.v4 import new_notebook
from nbgrader.api import Gradebook
from shared import EXERCISE, ROOT

from coursework.cells import is_test
from grading.course import Course
from grading.execution.limits import Limits
from grading.nbgrader_steps import ExecuteInSandbox
from grading.solutions import fill_in, reference_cells


def hand_in(course, student, notebook):
    path = course.notebook_path("submitted", EXERCISE, student)
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def graded(course, run):
    """The reference and the untouched release, handed in and graded."""
    run("nbgrader", "generate_assignment", EXERCISE, "--create", folder=course.root)
    release = course.read_notebook("release", EXERCISE)
    hand_in(course, "reference", fill_in(release, reference_cells(course, EXERCISE)))
    hand_in(course, "untouched", release)
    run("nbgrader", "autograde", EXERCISE, "--create", folder=course.root)
    run("nbgrader", "generate_feedback", EXERCISE, folder=course.root)
    run("nbgrader", "export", "--to", "marks.csv", folder=course.root)
    return course


def points(course, student):
    with Gradebook(
        f"sqlite:///{course.root / 'gradebook.db'}", "differentiable-programming"
    ) as book:
        submission = book.find_submission(EXERCISE, student)
        return submission.score, submission.max_score


def test_the_reference_earns_all_points(graded):
    score, max_score = points(graded, "reference")
    assert score == max_score
    assert 15 <= max_score <= 25


def test_the_untouched_release_earns_nothing(graded):
    assert points(graded, "untouched")[0] == 0


def test_a_test_that_always_passes_would_be_noticed(course, graded, run):
    """The same untouched release, against a source with one test that checks nothing."""
    path = course.notebook_path("source", EXERCISE)
    original = nbformat.read(path, as_version=4)
    weakened = copy.deepcopy(original)
    test = next(filter(is_test, weakened.cells))
    test.source = "assert True"
    nbformat.write(weakened, path)
    try:
        run("nbgrader", "generate_assignment", EXERCISE, "--force", folder=course.root)
        run(
            "nbgrader",
            "autograde",
            EXERCISE,
            "--student=untouched",
            "--force",
            folder=course.root,
        )
        assert points(course, "untouched")[0] == test.metadata.nbgrader.points
    finally:
        nbformat.write(original, path)


def test_a_changed_exercise_can_be_released_although_it_was_handed_in(graded, run):
    """`grading release` leaves the gradebook alone, which would refuse."""
    path = graded.notebook_path("source", EXERCISE)
    original = nbformat.read(path, as_version=4)
    shorter = copy.deepcopy(original)
    shorter.cells.remove(next(filter(is_test, shorter.cells)))
    nbformat.write(shorter, path)
    try:
        run("grading", "release", EXERCISE, folder=graded.root)
        released = graded.read_notebook("release", EXERCISE)
        assert len(released.cells) == len(shorter.cells)
    finally:
        nbformat.write(original, path)


def test_the_csv_has_the_points(graded):
    with open(graded.root / "marks.csv", newline="", encoding="utf-8") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert rows["reference"]["score"] == rows["reference"]["max_score"]
    assert float(rows["untouched"]["score"]) == 0


def test_the_feedback_shows_points_and_the_reason(graded):
    folder = graded.root / "feedback" / "untouched" / EXERCISE
    page = (folder / f"{EXERCISE}.html").read_text(encoding="utf-8")
    assert "write your solution here, in place of this line" in page
    assert "task1-numeric-derivative-test-values" in page


def test_time_limits_and_names_of_the_course_reach_nbgrader():
    settings = Course(ROOT).nbgrader
    assert settings.coursedir.course_id == "differentiable-programming"
    assert settings.config.Execute.timeout == 120
    step = ExecuteInSandbox(config=settings.config)
    assert step.limits(new_notebook()) == Limits(cell_seconds=120, total_seconds=1200)
