"""Tests of an exercise see the course's names, and students' functions the students'."""

import contextlib
import math
import sys

import pytest

from coursework.checks import Checks, at_most

LOCKED = """
import math
TEN = 10

def close(got, expected):
    return math.isclose(got, expected, rel_tol=1 / TEN**9)

def with_default(x, scale=2, *, shift=1):
    return close(x, scale * 3 + shift)

class Known:
    def __init__(self):
        self.is_close = close(1.0, 1.0)

    def double(self, x):
        return sum([x, x])
"""
TAKEN = """
import math as student_math
close = math = TEN = Known = "taken"

def sum(numbers):
    return "the student's"

def total(numbers):
    return sum(numbers)
"""


@pytest.fixture
def notebook():
    """A notebook's names, after its locked cells and the student's have run."""
    names = {"__name__": "__main__"}
    run_cell(LOCKED, names)
    names["course_check"] = Checks(names)
    names["course_check"].keep("math", "TEN", "close", "with_default", "Known")
    run_cell(TAKEN, names)
    return names


def run_cell(source, names):
    exec(source, names)  # noqa: S102 (as a kernel does)


def run(test, names):
    run_cell(f"@course_check\ndef _():\n    {test}", names)


@pytest.mark.parametrize(
    "test",
    [
        "assert close(math.pi, 3.141592653589793) and TEN == 10",
        "assert not close(1.0, 1.1)",
        "assert with_default(7) and with_default(6, shift=0) and with_default(13, 4)",
        "assert Known().is_close and Known().double(4) == 8",
        "assert sum([1, 2]) == 3",
        'assert total([1, 2]) == "the student\'s"',
        "assert student_math.sqrt(4) == 2",
        "assert (lambda: 1).__module__ == __name__ == '__main__'",
        "close = sum = total = 1; assert close + sum + total == 3",
    ],
)
def test_a_test_sees_the_courses_names_first(notebook, test, capsys):
    run(test, notebook)
    assert capsys.readouterr().out == "passed\n"


def test_what_a_test_binds_is_gone_after_it(notebook):
    before = set(notebook)
    run("step, total = 1, 2", notebook)
    assert set(notebook) - before == {"_"}
    run_cell("_ = abs", notebook)
    run("step = 1", notebook)
    assert notebook["_"] is abs
    assert notebook["total"]([1]) == "the student's"
    assert notebook["close"] == "taken"


def test_a_test_sees_what_a_student_has_changed_since(notebook):
    run('assert total([1]) == "the student\'s"', notebook)
    run_cell("def total(numbers):\n    return 7", notebook)
    run("assert total([1]) == 7", notebook)


def test_what_was_kept_stays_when_the_setup_cell_runs_again(notebook):
    before = dict(notebook["course_check"].kept)
    notebook["course_check"] = Checks(notebook)
    assert notebook["course_check"].kept == before
    run("assert close(math.pi, math.pi) and with_default(7)", notebook)


def test_a_test_that_fails_says_its_sentence_and_not_that_it_passed(notebook, capsys):
    with pytest.raises(AssertionError, match="it is 4"):
        run("assert close(3.0, 4.0), 'it is 4'", notebook)
    assert capsys.readouterr().out == ""


def test_what_is_not_the_notebooks_own_stays_as_it_is(notebook):
    check = notebook["course_check"]
    assert check.kept["math"] is math
    assert check.seen_from_tests(math.isclose) is math.isclose
    assert check.seen_from_tests(pytest.Item) is pytest.Item


def test_a_name_that_is_not_there_cannot_be_kept(notebook):
    with pytest.raises(KeyError, match="nowhere"):
        notebook["course_check"].keep("nowhere")


def without_end(x):
    return without_end(x)


def test_at_most_stops_what_does_not_end():
    with pytest.raises(AssertionError) as said, at_most(1000, "the loop", "is it one?"):
        while True:
            abs(1)
    assert str(said.value) == "the loop was stopped after 1,000 calls: is it one?"
    with pytest.raises(AssertionError) as said, at_most(10**6, "without_end"):
        without_end(1)
    assert str(said.value).startswith("without_end is recursive")


def test_at_most_stops_what_catches_its_error():
    with pytest.raises(AssertionError) as said, at_most(10, "the loop"):
        for _ in range(100):
            with contextlib.suppress(Exception):
                abs(1)
    assert str(said.value) == "the loop was stopped after 10 calls: does it end?"


def test_at_most_lets_pass_what_ends_and_leaves_nothing_behind():
    before = sys.getprofile()
    with at_most(100, "eleven calls"):
        found = [abs(-k) for k in range(10)]
    assert found == list(range(10)) and sys.getprofile() is before
