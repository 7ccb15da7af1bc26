"""Each odd hand-in gets what it deserves, and nobody else notices it."""

import asyncio
import base64
import os
import subprocess

import pytest
from pipeline.odd_hand_ins import ODD, PICTURE, UNANSWERED
from pipeline.small_course import (
    ALL,
    EXERCISE,
    NEIGHBORS,
    QUESTION,
    HandIn,
    adding,
    as_it_is,
    grade,
    lay,
    left_behind,
    make_course,
    solving,
    test_points,
)

from grading import autograde
from grading.execution.execute import execute
from grading.execution.limits import Limits
from grading.submission.folder import Submission
from grading.submission.rebuild import rebuild
from grading.verdict import Verdict

FOR_ROOT = {"no-rights"}  # whom no file refuses
CORPUS = [one for one in ODD if os.getuid() or one.student not in FOR_ROOT]


@pytest.fixture(scope="module")
def small_course(tmp_path_factory):
    return make_course(tmp_path_factory.mktemp("odd"))


@pytest.fixture(scope="module")
def results(small_course):
    return grade(small_course, CORPUS)


@pytest.mark.parametrize("hand_in", CORPUS, ids=lambda hand_in: hand_in.student)
def test_it_gets_what_it_deserves(hand_in, results):
    result = results[hand_in.student]
    assert result.points == hand_in.points, result.mark
    assert result.mark.status == hand_in.status, result.mark
    assert hand_in.words in result.mark.reason


@pytest.mark.parametrize("student", NEIGHBORS)
def test_the_neighbors_have_all_points(student, results):
    assert results[student].points == HandIn(student, as_it_is, earns=ALL).points
    assert results[student].mark.status == "graded"


def test_nothing_is_left_behind(results):
    assert left_behind() == []


@pytest.mark.parametrize("student", ["answer-below", "answer-above", "answer-in-code"])
def test_what_stands_beside_an_answer_is_kept_and_waits(student, results):
    page = results[student].page
    assert "THE ANSWER" in page and "not marked yet, of 2 points" in page
    assert "2 more not marked yet</h1>" in page


def test_a_question_that_nobody_answered_does_not_wait(small_course, results):
    nothing = HandIn("nothing", solving(**{QUESTION: UNANSWERED}))
    assert "by hand" not in again(small_course, nothing).reason


def test_a_picture_beside_the_notebook_is_in_the_feedback(results):
    coded = base64.b64encode(PICTURE).decode()
    assert f'src="data:image/png;base64,{coded}"' in results["picture-and-essay"].page


@pytest.mark.parametrize("student", ["no-notebook", "cut-off-file"])
def test_what_could_not_be_read_is_no_empty_notebook_in_the_feedback(student, results):
    page = results[student].page
    assert "What arrived" in page and "What to do" in page
    assert 'class="code"' not in page and "Your own cells" not in page


def test_the_feedback_says_which_files_arrived(results):
    assert "essay.txt (19 bytes)" in results["no-notebook"].page


def again(course, hand_in):
    """Hand in and grade once more, alone."""
    lay(course, hand_in)
    (mark,) = autograde.run(course, [EXERCISE], (hand_in.student,))
    return mark


def test_a_worse_second_hand_in_counts_and_a_mark_by_hand_stays(small_course, results):
    student = "twice"
    assert again(small_course, HandIn(student, as_it_is)).points == 7
    with small_course.nbgrader.gradebook as gradebook:
        answer = gradebook.find_grade(QUESTION, EXERCISE, EXERCISE, student)
        answer.manual_score = 1.5
        gradebook.db.commit()
    worse = HandIn(student, solving(double="double = None"))
    assert again(small_course, worse).points == 6 + 1.5
    broken = HandIn(student, lambda folder, right: None)
    mark = again(small_course, broken)
    assert (mark.status, mark.points) == ("missing", 1.5)
    assert set(test_points(small_course, student).values()) == {0}


def test_a_notebook_as_a_whole_has_a_limit(small_course):
    slow = HandIn("slow", adding("import time\ntime.sleep(600)"))
    lay(small_course, slow)
    submission = Submission(small_course, EXERCISE, slow.student)
    notebook = rebuild(submission).notebook
    executed = asyncio.run(execute(notebook, {}, Limits(total_seconds=2)))
    verdict = Verdict.of(executed.notebook.metadata)
    assert verdict.status == "timed out"
    assert "the notebook as a whole took more than 2 seconds" in verdict.reasons[-1]


# Plain nbgrader parses a file before anything of this course runs, wants it to be called
# as the exercise is, and reads timestamp.txt: it cannot finish these.
NOT_BY_NBGRADER = {
    *("not-json", "empty-file", "cut-off-file", "json-no-notebook", "a-list"),
    *("a-number", "binary", "utf-8-with-mark", "utf-16", "half-pairs", "nested"),
    *("strange-cells", "worksheets-of-wrong-types", "a-folder", "link-to-a-neighbor"),
    *("wrong-name", "latin-name", "newest-of-two", "no-notebook", "only-a-checkpoint"),
    *("metadata-of-wrong-types", "timestamp-nonsense", "timestamp-too-long"),
    *("web-page", "a-pdf", "a-text-in-latin-1", "conflict", "cut-off-answer"),
    *("a-bracket-more", "two-in-a-file"),
    *("timestamp-at-the-beginning", "timestamp-a-folder", "no-rights"),
}
# Each takes seconds, and the same functions as above see to them.
SLOW = {"endless-and-deaf", "endless-in-a-test", "asleep"}
FOR_NBGRADER = [one for one in CORPUS if one.student not in NOT_BY_NBGRADER | SLOW]
FOR_NBGRADER = FOR_NBGRADER[::3]  # the time of a test is somebody's


@pytest.fixture(scope="module")
def by_nbgrader(tmp_path_factory):
    """The course and what `nbgrader autograde` said to the hand-ins it can finish."""
    course = make_course(tmp_path_factory.mktemp("plain"))
    for hand_in in FOR_NBGRADER:
        lay(course, hand_in)
    command = ["nbgrader", "autograde", EXERCISE, "--force"]
    done = subprocess.run(
        command, cwd=course.root, check=False, capture_output=True, text=True
    )
    return course, done.stderr


def test_plain_nbgrader_gives_the_same_points(by_nbgrader):
    course, said = by_nbgrader
    wanted = {hand_in.student: hand_in.points for hand_in in FOR_NBGRADER}
    assert {student: test_points(course, student) for student in wanted} == wanted, said
