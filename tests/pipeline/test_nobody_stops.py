"""One submission that cannot be graded stops no other, this time and the next."""

import contextlib
import copy
import itertools
import multiprocessing
import shutil
import signal
import sqlite3

import pytest
from nbformat.v4 import new_output
from pipeline.killed import KILLED_AT, grade_and_die_at
from pipeline.small_course import (
    EXERCISE,
    RIGHT,
    HandIn,
    lay,
    make_course,
    solving,
    test_points,
)

from grading import autograde
from grading.autograde import run
from grading.console import Silence
from grading.course import CourseError
from grading.execution.workers import ThisMachine
from grading.results.read import read_results
from grading.submission import save as saving
from grading.submission.exchange import MARKER
from grading.submission.folder import Submission

STUDENTS = ("ada", "bob")
WAITS = "2 more not marked yet"
BOTH = ("autograded", "feedback")
VERSIONS = itertools.count(1)
OF_ADA = """(SELECT student_id FROM submitted_assignment a JOIN submitted_notebook n
ON n.assignment_id = a.id WHERE n.id = NEW.notebook_id) = 'ada'"""


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A course in which ada and bob have handed in well and were graded."""
    course = make_course(tmp_path_factory.mktemp("course"))
    for student in STUDENTS:
        lay(course, HandIn(student, solving()))
    run(course, [EXERCISE])
    return course


@pytest.fixture
def course(graded):
    """Both have handed in anew: with another function, which is wrong."""
    for number, student in enumerate(STUDENTS):
        lay_anew(graded, student)
    before = state_of(graded, "ada")
    yield graded
    run(graded, [EXERCISE])
    assert state_of(graded, "ada") != before, "mended, it is graded"


def lay_anew(course, student):
    version = next(VERSIONS)
    wrong = f"def double(x):\n    return {version} * 1000"
    # Every second one is wrong, so that points would change, too.
    double = wrong if version // 2 % 2 == 0 else f"# {version}\n{RIGHT['double']}"
    lay(course, HandIn(student, solving(double=double)))


def state_of(course, student):
    """All that is saved of a submission: notebook, feedback, points."""
    files = {
        str(path.relative_to(course.root)): path.read_bytes()
        for step in BOTH
        for path in (course.root / step / student).rglob("*")
        if path.is_file()
    }
    return files, test_points(course, student)


def check_only_ada_is_not_graded(course, words, again=True):
    """Twice: the others are graded, ada's old state is as it was, and a sentence says why."""
    before = state_of(course, "ada")
    for unchanged in (False, True) if again else (False,):
        ada, bob = run(course, [EXERCISE])
        assert (ada.status, bob.status) == ("not graded", "graded")
        assert bob.unchanged == unchanged
        assert words in ada.reason and "\n" not in ada.reason
        assert ada.points == sum(before[1].values()), "as they were"
        assert state_of(course, "ada") == before


@pytest.mark.parametrize("step", BOTH)
def test_a_folder_that_takes_nothing(course, step):
    folder, kept = course.root / step / "ada", course.root / f"{step}-of-ada"
    before = state_of(course, "ada")
    folder.rename(kept)
    folder.touch()  # so also root cannot write into it
    for unchanged in (False, True):
        ada, bob = run(course, [EXERCISE])
        assert (ada.status, bob.status) == ("not graded", "graded")
        assert bob.unchanged == unchanged
        assert "could not be saved" in ada.reason
    folder.unlink()
    kept.rename(folder)
    assert state_of(course, "ada") == before


def test_a_folder_where_the_page_belongs(course):
    page = Submission(course, EXERCISE, "ada").page
    content = page.read_bytes()
    page.unlink()
    page.mkdir()
    check_only_ada_is_not_graded(course, "could not be saved")
    page.rmdir()
    page.write_bytes(content)


def minus_five(notebook):
    notebook.cells[1].execution_count = -5


def true_count(notebook):
    notebook.cells[1].execution_count = True


def half_a_pair(notebook):
    notebook.cells[1].outputs = [new_output("stream", text="half a pair: \ud83d")]


def deep(notebook):
    nest = []
    for _ in range(100_000):
        nest = [nest]
    notebook.metadata["nest"] = nest


def no_answer(notebook):
    notebook.cells = None


@pytest.mark.parametrize(
    "spoil", [minus_five, true_count, half_a_pair, deep, no_answer]
)
def test_an_executed_notebook_that_cannot_be_saved(course, monkeypatch, spoil):
    execute = ThisMachine.execute

    async def spoiled(here, notebook, *rest):
        executed = await execute(here, notebook, *rest)
        if "ada" in who_is_it(course, notebook):
            executed.notebook = copy.copy(executed.notebook)
            spoil(executed.notebook)
        return executed

    monkeypatch.setattr(ThisMachine, "execute", spoiled)
    check_only_ada_is_not_graded(course, "could not be saved")
    monkeypatch.undo()


def test_a_machine_that_lacks_what_the_exercise_imports_costs_nobody_points(
    course, monkeypatch
):
    execute = ThisMachine.execute
    before = {student: state_of(course, student) for student in STUDENTS}

    async def lacking(here, notebook, *rest):
        notebook = copy.deepcopy(notebook)
        [setup] = [cell for cell in notebook.cells if cell.id == "setup"]
        setup.source = "import not_installed"
        return await execute(here, notebook, *rest)

    monkeypatch.setattr(ThisMachine, "execute", lacking)
    for mark in run(course, [EXERCISE]):
        assert mark.status == "not graded"
        assert "No module named 'not_installed'. Install anew" in mark.reason
    assert {student: state_of(course, student) for student in STUDENTS} == before
    monkeypatch.undo()


def who_is_it(course, notebook):
    """Whose answers a rebuilt notebook holds."""
    [double] = [cell.source for cell in notebook.cells if cell.id == "double"]
    return [
        student
        for student in STUDENTS
        if any(
            "".join(cell["source"]) == double
            for cell in course.read_notebook("submitted", EXERCISE, student).cells
        )
    ]


@pytest.mark.parametrize(
    "where, name, words",
    [
        (autograde, "rebuild", "could not be read"),
        (autograde, "fingerprint", "could not be read"),
        (saving, "feedback_page", "could not be saved"),
        (saving, "save_points", "could not be saved"),
    ],
)
@pytest.mark.parametrize("error", [RecursionError("deep"), KeyError("x"), OSError(5)])
def test_an_unforeseen_error_in_any_step(
    course, monkeypatch, where, name, words, error
):
    step = getattr(where, name)

    def failing(submission, *arguments):
        if submission.student == "ada":
            raise error
        return step(submission, *arguments)

    monkeypatch.setattr(where, name, failing)
    check_only_ada_is_not_graded(course, words, again=False)
    monkeypatch.undo()


def test_a_gradebook_that_refuses_one_submission(course):
    with contextlib.closing(sqlite3.connect(course.root / "gradebook.db")) as database:
        database.execute(
            f"CREATE TRIGGER no_ada BEFORE UPDATE ON grade WHEN {OF_ADA} "
            "BEGIN SELECT RAISE(ABORT, 'no points for ada'); END"
        )
        check_only_ada_is_not_graded(course, "no points for ada")
        database.execute("DROP TRIGGER no_ada")


def test_a_damaged_graded_notebook_is_made_anew(course):
    run(course, [EXERCISE])
    path = course.notebook_path("autograded", EXERCISE, "ada")
    sound = path.read_text()
    for damage in (
        lambda text: text.replace('"cells": [', '"cells": "gone", "old": ['),
        lambda text: text.replace('"reasons": [', '"reasons": [[], {}, '),
        lambda text: text.replace('"metadata": {', '"metadata": 7, "old": {'),
        lambda text: "[]",
        lambda text: "[" * 100_000,
    ):
        path.chmod(0o644)
        path.write_text(damage(sound))
        read_results(course, EXERCISE)  # as the report does
        ada, bob = run(course, [EXERCISE])
        assert (ada.status, bob.unchanged) == ("graded", True)
    lay_anew(course, "ada")


class Reader(Silence):
    """Reads the gradebook, which may be changed meanwhile but not saved, until it is asked."""

    def __init__(self, course):
        self.course, self.seen = course, []
        self.connection = sqlite3.connect(
            course.root / "gradebook.db", check_same_thread=False
        )

    def begin(self, total):
        self.connection.execute("BEGIN")
        self.cursor = self.connection.execute("SELECT * FROM grade")
        self.cursor.fetchone()

    def tell(self, text):
        self.seen.append(state_of(self.course, "ada"))
        self.cursor.close()
        self.connection.rollback()


def test_points_that_are_not_saved_leave_the_files_as_they_were(course):
    before, reader = state_of(course, "ada"), Reader(course)
    ada, _ = run(course, [EXERCISE], show=reader)
    reader.connection.close()
    assert reader.seen == [before]
    assert ada.status == "graded"
    assert sum(test_points(course, "ada").values()) == ada.points


@pytest.mark.parametrize("moment", KILLED_AT)
def test_killed_between_two_steps_it_is_healed(course, moment):
    server = multiprocessing.get_context("forkserver")
    process = server.Process(target=grade_and_die_at, args=(course.root, moment, "ada"))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    ada, _ = run(course, [EXERCISE])
    assert (ada.status, ada.unchanged) == ("graded", False)
    assert sum(test_points(course, "ada").values()) == ada.points
    page = Submission(course, EXERCISE, "ada").page.read_text()
    assert f"{ada.points:g} of {ada.max_points:g} points, {WAITS}</h1>" in page
    left = [
        p for end in (MARKER, ".half", ".before") for p in course.root.rglob(f"*{end}")
    ]
    assert left == []
    lay_anew(course, "ada")


def test_the_page_says_what_the_gradebook_says(course):
    """Also of a mark by hand, a comment and a penalty, which only the gradebook has."""
    with course.nbgrader.gradebook as gradebook:
        grade = gradebook.find_grade("question", EXERCISE, EXERCISE, "ada")
        grade.manual_score = 1.5
        comment = gradebook.find_comment("question", EXERCISE, EXERCISE, "ada")
        comment.manual_comment = "Which values?"
        gradebook.db.commit()
    ada, _ = run(course, [EXERCISE])
    page = Submission(course, EXERCISE, "ada").page.read_text()
    assert f"{ada.points:g} of 9 points</h1>" in page and "Which values?" in page
    assert ada.points == sum(test_points(course, "ada").values()) + 1.5
    with course.nbgrader.gradebook as gradebook:
        grade = gradebook.find_grade("question", EXERCISE, EXERCISE, "ada")
        grade.manual_score = None
        gradebook.db.commit()
    lay_anew(course, "ada")


def test_a_gradebook_that_is_gone_ends_the_run_with_a_sentence(graded, monkeypatch):
    """That concerns everybody: nothing is said of a submission."""
    gradebook = graded.root / "gradebook.db"
    kept = gradebook.with_suffix(".kept")
    shutil.copy(gradebook, kept)

    class Loses(Silence):
        def begin(self, total):
            gradebook.unlink()

    lay_anew(graded, "ada")
    with pytest.raises(CourseError, match="no longer knows"):
        run(graded, [EXERCISE], show=Loses())
    kept.replace(gradebook)
    assert {mark.status for mark in run(graded, [EXERCISE])} == {"graded"}
