"""Tests and questions that were taken out of the count, and notes on what was decided."""

import csv
import datetime
import shutil

import nbformat
import pytest
from nbgrader.api import Grade, GradeCell
from pipeline.commands import set_in, type_in
from pipeline.small_course import (
    EXERCISE,
    POINTS,
    QUESTION,
    QUESTION_POINTS,
    RIGHT,
    make_course,
)

from grading.autograde import run as autograde
from grading.course import Course, CourseError
from grading.decisions import dropped
from grading.decisions.kept import put_away
from grading.execution.workers import Options
from grading.export import export
from grading.marking import record
from grading.results.read import read_results
from grading.results.summary import ExerciseSummary
from grading.solutions import fill_in
from grading.submission.folder import Submission
from grading.submission.mark import read_points

TEST = "greet-test"
TESTS = sum(POINTS.values())
ALL = TESTS + QUESTION_POINTS
LEFT = TESTS - POINTS[TEST]  # what the other tests give


@pytest.fixture(scope="module")
def entered(tmp_path_factory):
    """Ada has all tests, Bob all but the one that is dropped, and Cleo has done nothing."""
    course = make_course(tmp_path_factory.mktemp("course"))
    release = course.read_notebook("release", EXERCISE)
    wrong = RIGHT | {"greet": "def greet(name):\n    return name"}
    for student, answers, failed in (
        ("ada", RIGHT, []),
        ("bob", wrong, [TEST]),
        ("cleo", {}, POINTS),
    ):
        path = course.notebook_path("submitted", EXERCISE, student)
        path.parent.mkdir(parents=True)
        nbformat.write(fill_in(release, answers) if answers else release, path)
        with course.nbgrader.gradebook as gradebook:
            gradebook.add_student(student)
            gradebook.add_submission(EXERCISE, student)
        for test, points in POINTS.items():
            score = 0 if test in failed else points
            change_grade(
                course, student, test, auto_score=score, needs_manual_grade=False
            )
    # What was left as released waits for nobody.
    change_grade(course, "cleo", QUESTION, auto_score=0, needs_manual_grade=False)
    return course


@pytest.fixture
def course(entered, tmp_path) -> Course:
    return Course(shutil.copytree(entered.root, tmp_path / "course"))


def points_of(course: Course) -> dict[str, tuple[float, float]]:
    """Points and maximum, which all that reads them says alike."""
    found = {}
    results = read_results(course, EXERCISE)
    for one in results.graded:
        table = read_points(Submission(course, EXERCISE, one.student))
        with course.nbgrader.gradebook as gradebook:
            nbgraders = gradebook.find_submission(EXERCISE, one.student)
            theirs = (nbgraders.score, nbgraders.max_score)
        assert (one.total, results.max_points) == theirs
        assert (table.points, table.max_points) == theirs
        found[one.student] = theirs
    return found


def everything(course: Course) -> list:
    """All of nbgrader's entries for tests and points."""
    with course.nbgrader.gradebook as gradebook:
        cells = gradebook.db.query(GradeCell.name, GradeCell.max_score)
        grades = gradebook.db.query(
            *(Grade.id, Grade.auto_score, Grade.manual_score, Grade.extra_credit),
            Grade.needs_manual_grade,
        )
        return [sorted(map(tuple, cells)), sorted(map(tuple, grades))]


def change_grade(course: Course, student: str, test: str, **values) -> None:
    """As the formgrader does."""
    with course.nbgrader.gradebook as gradebook:
        entry = gradebook.find_grade(test, EXERCISE, EXERCISE, student)
        for name, value in values.items():
            setattr(entry, name, value)
        gradebook.db.commit()


def column(path, heading: str) -> dict[str, str]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return {row["student_id"]: row[heading] for row in csv.DictReader(file)}


def test_a_dropped_test_counts_nowhere_at_once(course, tmp_path):
    before = points_of(course)
    assert before == {"ada": (TESTS, ALL), "bob": (LEFT, ALL), "cleo": (0, ALL)}
    said = type_in(course, "drop-test", EXERCISE, TEST)
    assert f"no longer counts, for 3 submissions: {ALL - POINTS[TEST]} points" in said
    assert f"nbgrader generate_feedback {EXERCISE} --force" in said
    most = ALL - POINTS[TEST]
    # An untouched notebook gains nothing.
    assert points_of(course) == {
        "ada": (LEFT, most),
        "bob": (LEFT, most),
        "cleo": (0, most),
    }
    path, remarks = export(course, "csv", to=tmp_path / "marks.csv")
    assert column(path, "max_score") == dict.fromkeys(before, f"{most}")
    assert any(f"out of the count (grading drop-test): {TEST}" in r for r in remarks)
    path, _ = export(course, "csv", "test", to=tmp_path / "tests.csv")
    assert TEST not in path.read_text("utf-8-sig")
    path, _ = export(course, "canvas", to=tmp_path / "canvas.csv")
    assert path.read_text().splitlines()[1].endswith(f",{most}")
    summary = ExerciseSummary(read_results(course, EXERCISE), [], [])
    assert (summary.dropped, summary.max_points) == ([TEST], most)
    assert TEST not in {item.name for item in summary.items}
    said = type_in(course, "drop-test")
    assert f"{EXERCISE} {TEST} {POINTS[TEST]}" in said and "--undo" in said


def test_it_is_undone_to_the_last_entry(course):
    change_grade(course, "bob", TEST, manual_score=1.5, needs_manual_grade=True)
    change_grade(course, "cleo", TEST, extra_credit=0.5)
    before = everything(course)
    type_in(course, "drop-test", EXERCISE, TEST)
    type_in(course, "drop-test", EXERCISE, QUESTION)
    type_in(course, "drop-test", EXERCISE, TEST)  # once more changes nothing
    assert points_of(course)["cleo"] == (0, LEFT)
    type_in(course, "drop-test", EXERCISE, TEST, "--undo")
    said = type_in(course, "drop-test", EXERCISE, QUESTION, "--undo")
    assert f"counts again, for 3 submissions: {ALL} points" in said
    assert everything(course) == before
    assert "Every test counts." in type_in(course, "drop-test")


def test_it_stays_dropped_when_graded_again_and_entered_anew(course, run):
    type_in(course, "drop-test", EXERCISE, TEST)
    type_in(course, "note", "bob", EXERCISE, "Grace")
    change_points(course, 4)
    course.release(EXERCISE, into_gradebook=True)
    ours = Options(sandbox=False, jobs=1)
    [bob, cleo] = autograde(course, [EXERCISE], ("bob", "cleo"), options=ours)
    most = ALL - POINTS[TEST]
    assert (bob.points, cleo.points, bob.max_points) == (LEFT, 0, most)
    assert "tests failed" not in bob.reason
    assert "3 of 3 tests failed" in cleo.reason
    page = Submission(course, EXERCISE, "bob").page.read_text("utf-8")
    assert f"<code>{TEST}</code>,\ndoes not count" in page
    assert f"A small exercise: {LEFT} of {most} points" in page
    assert "Grace" not in page
    run("nbgrader", "autograde", EXERCISE, "--student", "ada", folder=course.root)
    assert points_of(course)["ada"] == (LEFT, most)
    type_in(course, "drop-test", EXERCISE, TEST, "--undo")
    assert points_of(course) == {
        "ada": (LEFT + 4, most + 4),
        "bob": (LEFT, most + 4),
        "cleo": (0, most + 4),
    }


def change_points(course: Course, points: int) -> None:
    """Give the test other points in source/."""
    notebook = course.read_notebook("source", EXERCISE)
    [cell] = [cell for cell in notebook.cells if cell.id == TEST]
    cell.metadata.nbgrader.points = points
    nbformat.write(notebook, course.notebook_path("source", EXERCISE))


def test_the_penalty_in_the_formgrader_follows(course):
    course = set_in(course, "c.LatePenalty.share_a_day = 0.5")
    due = datetime.datetime(2027, 1, 31)
    hour = datetime.timedelta(hours=1)
    with course.nbgrader.gradebook as gradebook:
        gradebook.update_or_create_assignment(EXERCISE, duedate=due)
        gradebook.update_or_create_submission(EXERCISE, "ada", timestamp=due + hour)
    type_in(course, "drop-test", EXERCISE, TEST)
    with course.nbgrader.gradebook as gradebook:
        entry = gradebook.find_submission_notebook(EXERCISE, EXERCISE, "ada")
        assert entry.late_submission_penalty == LEFT / 2


def test_stopped_in_the_middle_nothing_has_changed(course, monkeypatch):
    before = everything(course)

    def stop_at_cleo(gradebook, grade, *names):
        if grade.notebook.assignment.student_id == "cleo":
            raise KeyboardInterrupt
        put_away(gradebook, grade, *names)

    monkeypatch.setattr(dropped, "put_away", stop_at_cleo)
    assert "Stopped." in type_in(course, "drop-test", EXERCISE, TEST, fails=True)
    assert everything(course) == before
    assert "Every test counts." in type_in(course, "drop-test")


def test_nobody_waits_for_a_mark_of_a_dropped_question(course):
    with course.nbgrader.gradebook as gradebook:
        key = gradebook.find_grade(QUESTION, EXERCISE, EXERCISE, "ada").id
    ada = Submission(course, EXERCISE, "ada")
    assert read_points(ada).by_hand == QUESTION_POINTS
    type_in(course, "drop-test", EXERCISE, QUESTION)
    assert read_points(ada).by_hand == 0
    with pytest.raises(CourseError, match="taken out of the count.*--undo"):
        record.give(course, key, 1.0, "", "Emmy", "None|True|")
    type_in(course, "drop-test", EXERCISE, QUESTION, "--undo")
    assert read_points(ada).by_hand == QUESTION_POINTS


def test_what_is_typed_in_the_formgrader_meanwhile_is_there_afterwards(course):
    type_in(course, "drop-test", EXERCISE, TEST)
    change_grade(course, "bob", TEST, manual_score=2.0)
    assert "bob" in {one.student for one in read_results(course, EXERCISE).graded}
    type_in(course, "drop-test", EXERCISE, TEST)
    assert points_of(course)["bob"] == (LEFT, ALL - POINTS[TEST])
    type_in(course, "drop-test", EXERCISE, TEST, "--undo")
    assert points_of(course)["bob"] == (LEFT + 2, ALL)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((EXERCISE, "greet"), "has no test 'greet'. Did you mean greet-test? It has:"),
        ((EXERCISE, "=1+2"), "has no test '=1+2'. It has: double-test"),
        (("part9", TEST), "There is no exercise 'part9'"),
        ((EXERCISE, TEST, "--undo"), "was not taken out of the count"),
        ((EXERCISE,), "Give EXERCISE and TEST"),
        (("--undo",), "Give EXERCISE and TEST"),
    ],
)
def test_what_cannot_be_dropped_changes_nothing(course, words, said):
    before = everything(course)
    assert said in type_in(course, "drop-test", *words, fails=True)
    assert everything(course) == before


def test_notes_are_kept_shown_and_exported(course, tmp_path):
    text = "=cmd() [red]Grace[/red] <b>für</b> Täglich"
    said = type_in(course, "note", "ada", EXERCISE, text, "--by", "Emmy N.")
    assert "Note 1 is kept" in said
    type_in(course, "note", "bob", EXERCISE, "Two days more, for illness")
    for words in ((), ("ada",), ("ada", EXERCISE)):
        shown = type_in(course, "note", *words)
        assert text in shown and "Emmy N." in shown
    assert "illness" not in type_in(course, "note", "ada")
    path, _ = export(course, "csv", to=tmp_path / "marks.csv")
    assert column(path, "notes")["ada"].startswith(f"'{text} (Emmy N., 20")
    for style in ("moodle", "canvas"):
        path, _ = export(course, style, to=tmp_path / "marks.csv")
        assert "Grace" not in path.read_text("utf-8")
    type_in(course, "note", "--remove", "2")
    type_in(course, "note", "bob", EXERCISE, "3")  # digits only, and a new number
    shown = type_in(course, "note")
    assert "illness" not in shown and f"3 bob {EXERCISE}" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("adda", EXERCISE, "x"), "no student 'adda'. Did you mean ada?"),
        (("adda",), "no student 'adda'. Did you mean ada?"),
        (("ada", "part9", "x"), "There is no exercise 'part9'"),
        (("ada", EXERCISE, " "), "A note has 1 to 2,000 characters, and this one 0."),
        (("ada", EXERCISE, "x" * 2001), "and this one 2,001."),
        (("--remove", "7"), "There is no note 7."),
        (("ada", "--remove", "7"), 'Give STUDENT EXERCISE "TEXT"'),
    ],
)
def test_what_is_no_note_is_refused(course, words, said):
    assert said in type_in(course, "note", *words, fails=True)
    assert "There are no notes." in type_in(course, "note")
