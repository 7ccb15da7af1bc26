"""Marks by hand: which answers wait, who gave what, and what two people do to each other."""

import shutil
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from pipeline.small_course import (
    EXERCISE,
    POINTS,
    QUESTION,
    QUESTION_POINTS,
    RIGHT,
    make_course,
)

from grading.autograde import run as autograde
from grading.cli import main
from grading.course import Course, CourseError
from grading.execution.workers import Options
from grading.export import export
from grading.gradebook import own_tables
from grading.marking import answers, record
from grading.marking.alike import groups
from grading.marking.questions import find_question, question_at
from grading.marking.server import person_in, points_in
from grading.results.read import read_results
from grading.solutions import fill_in
from grading.submission.folder import Submission
from grading.submission.mark import read_points

TESTS = sum(POINTS.values())


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("course"))
    hand_in(course, "ada", RIGHT[QUESTION])
    hand_in(course, "bob", "No idea.")
    grade(course)
    return course


@pytest.fixture
def course(graded, tmp_path) -> Course:
    return Course(shutil.copytree(graded.root, tmp_path / "course"))


def hand_in(course: Course, student: str, answer: str) -> None:
    path = course.notebook_path("submitted", EXERCISE, student)
    path.parent.mkdir(parents=True, exist_ok=True)
    release = course.read_notebook("release", EXERCISE)
    nbformat.write(fill_in(release, RIGHT | {QUESTION: answer}), path)


def grade(course: Course, force: bool = False) -> None:
    autograde(course, [EXERCISE], options=Options(sandbox=False, jobs=1, force=force))


def key_of(course: Course, student: str) -> str:
    with course.nbgrader.gradebook as gradebook:
        return gradebook.find_grade(QUESTION, EXERCISE, EXERCISE, student).id


def version(course: Course, student: str) -> str:
    with course.nbgrader.gradebook as gradebook:
        own_tables(gradebook)
        grade = record.find_grade(gradebook, key_of(course, student))
        return record.version_of(record.mark_there(gradebook, grade))


def give(course, student, points, comment="", by="Emmy", seen=None):
    seen = version(course, student) if seen is None else seen
    return record.give(course, key_of(course, student), points, comment, by, seen)


def waiting(course: Course) -> dict[str, float]:
    """The points that wait; the table, the report and the formgrader say the same."""
    found = {}
    for one in read_results(course, EXERCISE).graded:
        table = read_points(Submission(course, EXERCISE, one.student)).by_hand
        with course.nbgrader.gradebook as gradebook:
            submission = gradebook.find_submission(EXERCISE, one.student)
            assert submission.needs_manual_grade == bool(table)
        assert one.waiting == ({QUESTION} if table else set())
        found[one.student] = table
    return found


def shown(course: Course, student: str) -> dict:
    question = find_question(course, EXERCISE, QUESTION)
    with course.nbgrader.gradebook as gradebook:
        grade = record.find_grade(gradebook, key_of(course, student))
        return answers.shown(course, question, gradebook, grade)


def test_a_mark_is_nbgraders_own(course):
    assert waiting(course) == {"ada": QUESTION_POINTS, "bob": QUESTION_POINTS}
    mark = give(course, "ada", 1.5, "Nearly.")
    assert (mark.points, mark.comment, mark.waits, mark.by) == (
        1.5,
        "Nearly.",
        False,
        "Emmy",
    )
    assert waiting(course) == {"ada": 0, "bob": QUESTION_POINTS}
    with course.nbgrader.gradebook as gradebook:
        names = (QUESTION, EXERCISE, EXERCISE, "ada")
        assert gradebook.find_grade(*names).score == 1.5
        assert gradebook.find_comment(*names).comment == "Nearly."
        assert gradebook.find_submission(EXERCISE, "ada").score == TESTS + 1.5


def test_an_unchanged_answer_never_waits_again(course):
    give(course, "ada", 1)
    grade(course, force=True)
    assert waiting(course) == {"ada": 0, "bob": QUESTION_POINTS}


def test_by_nbgraders_own_commands_neither(course, run):
    give(course, "ada", 1)
    run("nbgrader", "autograde", EXERCISE, "--force", folder=course.root)
    assert waiting(course) == {"ada": 0, "bob": QUESTION_POINTS}


def test_a_changed_answer_waits_with_its_old_mark_and_the_difference(course):
    give(course, "ada", 1, "So far.")
    hand_in(course, "ada", "Because <b>each</b> value counts.")
    grade(course)
    assert waiting(course)["ada"] == QUESTION_POINTS
    [ada, _] = read_results(course, EXERCISE).graded
    assert ada.points[QUESTION] == 1  # the old mark counts until there is a new one
    before = shown(course, "ada")["before"]
    assert f"<del>{RIGHT[QUESTION]}</del>" in before
    assert "<ins>Because &lt;b&gt;each&lt;/b&gt; value counts.</ins>" in before
    hand_in(course, "ada", "Changed once more, before anybody looked.")
    grade(course)
    assert f"<del>{RIGHT[QUESTION]}</del>" in shown(course, "ada")["before"]
    hand_in(course, "ada", RIGHT[QUESTION])  # as it was when it was marked
    grade(course)
    assert waiting(course)["ada"] == 0
    assert shown(course, "ada")["before"] == ""


def test_a_new_mark_ends_the_waiting(course):
    give(course, "ada", 1)
    hand_in(course, "ada", "Another answer.")
    grade(course)
    give(course, "ada", 0)
    assert waiting(course)["ada"] == 0
    grade(course, force=True)
    assert waiting(course)["ada"] == 0


def test_the_second_of_two_is_told_and_nothing_is_lost(course):
    seen = version(course, "ada")
    give(course, "ada", 2, "Right.", by="Emmy", seen=seen)
    with pytest.raises(
        record.AlreadyMarked, match="Emmy has changed.*2 points, “Right.”"
    ):
        give(course, "ada", 0, "Wrong.", by="David", seen=seen)
    with course.nbgrader.gradebook as gradebook:
        assert gradebook.find_grade(QUESTION, EXERCISE, EXERCISE, "ada").score == 2


def test_who_looks_at_the_same_answer_is_said(course):
    key = key_of(course, "ada")
    assert record.open_answer(course, key, "Emmy") == ""
    assert record.open_answer(course, key, "David") == "Emmy"
    assert record.open_answer(course, key, "Emmy") == ""
    record.open_answer(course, key_of(course, "bob"), "Emmy")  # she has gone on
    assert record.open_answer(course, key, "David") == ""


def test_a_mark_is_taken_back(course):
    give(course, "ada", 1, "First.")
    give(course, "ada", 2, "Second.")
    give(course, "bob", 0, by="David")
    assert record.take_back(course, EXERCISE, QUESTION, "Emmy") == key_of(course, "ada")
    assert "1.0|False|First." in version(course, "ada")
    record.take_back(course, EXERCISE, QUESTION, "Emmy")
    assert waiting(course) == {"ada": QUESTION_POINTS, "bob": 0}
    with pytest.raises(CourseError, match="no mark of Emmy's"):
        record.take_back(course, EXERCISE, QUESTION, "Emmy")


def test_a_mark_that_somebody_else_has_changed_is_not_taken_back(course):
    give(course, "ada", 1)
    give(course, "ada", 2, by="David")
    with pytest.raises(record.AlreadyMarked, match="is now 2 points"):
        record.take_back(course, EXERCISE, QUESTION, "Emmy")
    assert "2.0|" in version(course, "ada")


@pytest.mark.parametrize("points", [2.5, -1, float("nan")])
def test_points_that_cannot_be_given_change_nothing(course, points):
    with pytest.raises(CourseError, match="cannot be given: at least 0, at most 2"):
        give(course, "ada", points)
    assert waiting(course)["ada"] == QUESTION_POINTS


@pytest.mark.parametrize(
    ("said", "points"),
    [("1,5", 1.5), (" 1.5 ", 1.5), ("0", 0), ("", None), ("2", 2), (",5", 0.5)],
)
def test_points_as_people_type_them(said, points):
    assert points_in(said) == points


@pytest.mark.parametrize("said", ["one", "1;5", "nan", "inf", "1.5.2"])
def test_what_is_no_number_of_points_is_refused(said):
    with pytest.raises(CourseError, match="is no number of points"):
        points_in(said)


def test_nobody_marks_without_a_name():
    with pytest.raises(CourseError, match="Type your name"):
        person_in({"by": "  "})


def test_the_bank_grows_the_most_frequent_first(course):
    give(course, "ada", 1, "Why?")
    give(course, "bob", 0, "See the mean.")
    give(course, "ada", 2, "See the mean.")
    with course.nbgrader.gradebook as gradebook:
        bank = record.bank_of(gradebook, EXERCISE, QUESTION)
    assert bank == [
        {"comment": "See the mean.", "points": 2},
        {"comment": "Why?", "points": 1},
    ]


def test_who_marked_what_is_in_an_export(course, tmp_path):
    give(course, "ada", 1, "=1+1", by="Emmy")
    give(course, "ada", 2, "", by="David")
    path, _ = export(course, "csv", "question", to=tmp_path / "marks.csv")
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0] == (
        "exercise,question,student_id,points,comment,marked_by,at,"
        "points_before,comment_before,took_back"
    )
    assert [line.split(",")[:6] for line in lines[1:]] == [
        [EXERCISE, QUESTION, "ada", "1", "'=1+1", "Emmy"],
        [EXERCISE, QUESTION, "ada", "2", "", "David"],
    ]
    assert lines[2].split(",")[7:9] == ["1", "'=1+1"]


def test_the_command_opens_jupyterlab_at_the_page(course, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # and back at the end
    started = []
    monkeypatch.setattr("os.execv", lambda program, words: started.append(words))
    done = CliRunner().invoke(
        main, ["--course", str(course.root), "mark", "--no-browser"]
    )
    assert done.exit_code == 0, done.output
    assert started[0][1:] == [
        *("-m", "jupyterlab", "--LabApp.default_url=/grading/marking", "--no-browser")
    ]
    assert Path.cwd() == course.root


def test_equal_and_nearly_equal_answers_are_together():
    texts = [
        "The training loss falls, the validation loss does not: overfitting.",
        "I do not know.",
        "the training loss falls; the validation loss doesn't: overfitting",
        "i do not know",
        "",
        "It learns too fast.",
        "",
    ]
    found = groups(texts)
    assert found[0] == found[2] and found[1] == found[3] and found[4] == found[6]
    assert len(set(found)) == 4
    assert groups(["one"]) == [0] and groups([]) == []


def test_alike_answers_stand_together_in_the_list(course):
    question = find_question(course, EXERCISE, QUESTION)
    for student in ("cleo", "dora"):
        hand_in(course, student, "no idea")
    grade(course)
    with course.nbgrader.gradebook as gradebook:
        found = answers.entries(gradebook, question)
    students = [one.student for one in found]
    places = sorted(students.index(name) for name in ("bob", "cleo", "dora"))
    assert places[2] - places[0] == 2
    assert {one.alike for one in found} == {1, 3}


def test_a_question_is_the_text_since_its_heading_and_its_scheme():
    cells = [
        nbformat.v4.new_markdown_cell("# Title"),
        nbformat.v4.new_markdown_cell(
            "What was seen.\n\n## Why (2 points)\n\nSay *why*."
        ),
        nbformat.v4.new_markdown_cell(
            "An answer.\n### BEGIN MARK SCHEME\n**1 point** for it.\n### END MARK SCHEME",
            metadata={"nbgrader": {"grade_id": "why", "points": 2}},
        ),
    ]
    question = question_at("exercise", cells, 2)
    assert question.title == "Why (2 points)"
    assert question.text == "## Why (2 points)\n\nSay *why*."
    assert question.scheme == "**1 point** for it."
