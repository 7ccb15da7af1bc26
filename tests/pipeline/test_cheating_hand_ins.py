"""What each cheat earns today, that no script survives, and that no hidden test is shown."""

import html
import re
from html.parser import HTMLParser

import pytest
from pipeline.cheating_hand_ins import CHEATS, MARKUP
from pipeline.release_checks import REGION, lines
from pipeline.small_course import (
    ALL,
    NEIGHBORS,
    TESTS,
    HandIn,
    as_it_is,
    grade,
    left_behind,
    make_course,
)

STUDENTS = [cheat.student for cheat in CHEATS]
# Formulas are MathML of our own making, of known elements only (test_formulas.py).
ALIVE = {"script", "iframe", "object", "embed", "svg", "link", "form", "base"}
# Read backwards, a line is not known again: what a cell can read, its student can learn.
ENCODED = "encodes-tests"


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    return grade(make_course(tmp_path_factory.mktemp("cheating")), CHEATS)


@pytest.mark.parametrize("cheat", CHEATS, ids=STUDENTS)
def test_it_earns_what_it_earned(cheat, results):
    result = results[cheat.student]
    assert result.points == cheat.points, (cheat.tries, result.mark)
    assert result.mark.status == cheat.status, result.mark
    assert cheat.words in result.mark.reason


@pytest.mark.parametrize("student", NEIGHBORS)
def test_the_neighbors_have_all_points(student, results):
    assert results[student].points == HandIn(student, as_it_is, earns=ALL).points


def test_nothing_is_left_behind(results):
    assert left_behind() == []


class Alive(HTMLParser):
    """Collects what a browser would run, or fetch from elsewhere."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in ALIVE:
            self.found.append(tag)
        for name, value in attrs:
            address = re.sub(r"\s", "", value or "").lower()
            if name.startswith("on") or name == "srcdoc":
                self.found.append(name)
            elif (
                address.startswith(("javascript:", "data:text", "vbscript:"))
                or name == "src"
                and not address.startswith("data:image/png")
            ):
                self.found.append(address)


def alive(page: str) -> list[str]:
    parser = Alive()
    parser.feed(page)
    parser.close()
    return parser.found


@pytest.mark.parametrize("student", STUDENTS)
def test_no_script_is_alive_in_the_feedback(student, results):
    assert alive(results[student].page) == []


def test_a_script_would_be_noticed():
    assert {"script", "onerror", "svg", "onload", "iframe"} <= set(alive(MARKUP))


def hidden_lines_in(page: str) -> set[str]:
    plain = html.unescape(re.sub(r"<[^>]*>", "", page))
    hidden = {
        line
        for source in TESTS.values()
        for region in REGION["hidden test"].findall(source)
        for line in lines(region)
    }
    return {line for line in hidden if line in plain}


@pytest.mark.parametrize("student", STUDENTS)
def test_no_line_of_a_hidden_test_is_in_the_feedback(student, results):
    assert hidden_lines_in(results[student].page) == set()


def test_a_hidden_line_would_be_noticed(results):
    """In what is encoded each of them is, for somebody who knows how to read it."""
    shown = html.unescape(re.sub(r"<[^>]*>", "", results[ENCODED].page))
    assert len(hidden_lines_in(shown[::-1])) >= 4
