"""The report: its figures by hand and against SciPy, and the page as an instructor reads it."""

import datetime
import itertools
import json
import re
import shutil

import numpy as np
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from pipeline.small_course import (
    EXERCISE,
    POINTS,
    QUESTION,
    HandIn,
    as_it_is,
    grade,
    holding,
    make_course,
    solving,
    write,
)
from scipy.stats import pearsonr

from grading.course import Course, CourseError
from grading.report import (
    correlation,
    duration,
    number,
    percent,
    write_report,
)
from grading.results.class_table import State, class_table
from grading.results.histogram import bar_width, count_bars, histogram, in_words
from grading.results.item_analysis import Item, analyze, item_rest_correlation
from grading.results.read import ExerciseResults, Graded, Part
from grading.results.summary import (
    ClassSummary,
    Distribution,
    ExerciseSummary,
    in_general,
    part_of,
    short_name,
)
from grading.verdict import Status, Verdict

DUE = datetime.datetime(2026, 1, 31, 23, 59)
SCRIPT = "<script>alert('x')</script>"


# Item analysis


def test_the_correlation_by_hand():
    """Sums of products about the means: 1.2 of 1.2 and 5.2; 0; 0.4 of 1.2 and 6.8."""
    tests = [Part("a", 1, False), Part("b", 2, False), Part("c", 1, False)]
    points = [(1, 2, 0), (1, 2, 1), (0, 2, 0), (0, 0, 0), (1, 0, 1)]
    items = analyze(tests, [dict(zip("abc", row, strict=True)) for row in points])
    assert [item.passes for item in items] == [3, 3, 2]
    assert [item.share for item in items] == [0.6, 0.6, 0.4]
    assert items[0].correlation == pytest.approx(1.2 / 6.24**0.5)
    assert items[1].correlation == pytest.approx(0, abs=1e-15)
    assert items[2].correlation == pytest.approx(0.4 / 8.16**0.5)


def test_half_of_the_points_is_no_pass_and_extra_credit_is():
    tests = [Part("a", 2, False)]
    [item] = analyze(tests, [{"a": 1.0}, {"a": 2.0}, {"a": 2.5}])
    assert item.passes == 2


@pytest.mark.parametrize(
    "points",
    [
        [],
        [(1, 1)],
        [(1, 0), (1, 1), (1, 0)],  # the test does not vary
        [(1, 2), (0, 2), (1, 2)],  # the others do not
    ],
)
def test_without_variance_there_is_no_correlation(points):
    points = np.array(points, dtype=float).reshape(-1, 2)
    assert item_rest_correlation(points, 0) is None
    assert correlation(None) == "-"


def test_sums_that_differ_by_rounding_only_do_not_vary():
    points = np.array([(1, 0.1, 0.2, 0.3), (0, 0.3, 0.2, 0.1), (1, 0.2, 0.3, 0.1)])
    assert len(set(points[:, 1:].sum(axis=1))) > 1
    assert item_rest_correlation(points, 0) is None


def test_a_test_alone_has_no_correlation():
    [item] = analyze([Part("a", 1, False)], [{"a": 1.0}, {"a": 0.0}])
    assert (item.share, item.correlation) == (0.5, None)


def test_no_hand_ins():
    [item] = analyze([Part("a", 1, False)], [])
    assert (item.hand_ins, item.share, item.correlation) == (0, 0, None)


# Quarters of points are exact in binary, so that equal sums are equal.
CLASSES = st.integers(2, 6).flatmap(
    lambda tests: st.lists(
        st.lists(st.integers(0, 12), min_size=tests, max_size=tests),
        min_size=1,
        max_size=20,
    )
).map(lambda rows: np.array(rows) / 4)  # fmt: skip


@settings(deadline=None)
@given(points=CLASSES, scale=st.sampled_from([0.5, 3.0, 8.0]), data=st.data())
def test_the_correlation_is_one(points, scale, data):
    found = item_rest_correlation(points, 0)
    item, rest = points[:, 0], points[:, 1:].sum(axis=1)
    if len(set(item)) == 1 or len(set(rest)) == 1:
        assert found is None
        return
    assert -1 <= found <= 1
    assert found == pytest.approx(pearsonr(item, rest).statistic)
    # Neither the unit of points matters, nor who comes first, nor the other tests' order.
    assert item_rest_correlation(scale * points, 0) == pytest.approx(found)
    rows = data.draw(st.permutations(range(len(points))))
    columns = [0, *data.draw(st.permutations(range(1, points.shape[1])))]
    shuffled = points[rows][:, columns]
    assert item_rest_correlation(shuffled, 0) == pytest.approx(found)
    # Who fails the test instead of passing it has the opposite.
    opposite = points.copy()
    opposite[:, 0] = item.max() - item
    assert item_rest_correlation(opposite, 0) == pytest.approx(-found)


@pytest.mark.parametrize(
    "hand_ins, passes, found, finding",
    [
        (4, 0, None, ""),  # too few
        (5, 0, None, "nobody passes"),
        (5, 5, None, "everybody passes"),
        (100, 50, 0.3, ""),
        (100, 50, None, ""),
        (100, 50, -0.004, ""),  # shown as 0.00
        (100, 50, -0.19, "perhaps negative"),  # two standard errors are 0.2
        (100, 50, -0.21, "negative"),
        (16, 8, -0.49, "perhaps negative"),
        (16, 8, -0.51, "negative"),
    ],
)
def test_findings(hand_ins, passes, found, finding):
    assert Item("a", 1, hand_ins, passes, found).finding == finding


# Marks and figures


def test_bars_count_each_mark_once():
    marks = Distribution([0, 0.5, 1, 2, 2, 3, 3.5], 3, "hand-ins")
    assert bar_width(marks) == 1
    # 3.5 of 3, by extra credit, is in the last bar.
    assert count_bars(marks) == [(0, 2), (1, 1), (2, 2), (3, 2)]
    assert in_words(marks) == (
        "Histogram, points and number of hand-ins. 0: 2, 1: 1, 2: 2, 3: 2."
    )


@pytest.mark.parametrize(
    "max_points, width", [(0, 1), (30, 1), (31, 2), (71, 5), (365, 20), (5000, 5001)]
)
def test_bars_are_wide_enough_to_be_seen(max_points, width):
    assert bar_width(Distribution([0], max_points, "students")) == width


@settings(deadline=None)
@given(
    st.lists(st.floats(0, 80), min_size=1, max_size=30),
    st.sampled_from([7, 25, 40, 71]),
)
def test_no_mark_is_lost(values, max_points):
    marks = Distribution(values, max_points, "students")
    assert sum(count for _, count in count_bars(marks)) == len(values)


def test_a_figure_has_words_and_names_of_its_own():
    marks = Distribution([1, 2, 2], 3, "hand-ins")
    figures = BeautifulSoup(
        histogram(marks, "a") + histogram(marks, "b"), "html.parser"
    )
    first, second = figures.find_all("svg")
    assert first["role"] == "img" and "1: 1, 2: 2" in first["aria-label"]
    assert "points" in first.text and "hand-ins" in first.text, "text stays text"
    names = [{tag["id"] for tag in svg.find_all(id=True)} for svg in (first, second)]
    assert names[0] and not names[0] & names[1]
    for svg, own in zip((first, second), names, strict=True):
        used = set(re.findall(r"#([\w-]+)\)", str(svg)))
        used |= {tag["xlink:href"].lstrip("#") for tag in svg.find_all("use")}
        assert used <= own


@pytest.mark.parametrize(
    "shown, words",
    [
        (number(3.0), "3"),
        (number(2.50), "2.5"),
        (number(5 / 3), "1.67"),
        (number(100), "100"),
        (percent(0), "0 %"),
        (percent(1), "100 %"),
        (percent(1 / 2000), "under 1 %"),
        (percent(1999 / 2000), "over 99 %"),
        (percent(2 / 3), "67 %"),
        (correlation(0.456), "0.46"),
        (correlation(-0.12), "-0.12"),
        (correlation(-0.001), "0.00"),
        (duration(0.2), "under a second"),
        (duration(1), "1 second"),
        (duration(61), "1 minute 1 second"),
        (duration(3 * 3600), "3 hours"),
        (duration(2 * 86400 + 3 * 3600 + 59), "2 days 3 hours"),
        (duration(86400 + 59), "1 day"),
    ],
)
def test_numbers_in_words(shown, words):
    assert shown == words


# The class


@pytest.mark.parametrize(
    "exercise, part",
    [
        ("part1-1-autodiff-scalar", "Part 1"),
        ("part3a-6-numpy-simple-neural-network", "Part 3"),
        ("part3b-1-tensorflow-softmax-regression", "Part 3"),
        ("homework", "Other exercises"),
    ],
)
def test_parts_of_the_course(exercise, part):
    assert part_of(exercise) == part


def test_reasons_without_particulars():
    same = "another file was taken, for there is no a.ipynb"
    for name in (
        "a (1).ipynb",
        "Kopie von a.ipynb, the newest of several",
        "a\nb.ipynb",
    ):
        assert in_general(f"{name} was taken, for there is no a.ipynb") == same
    assert in_general(
        "the hand-in cannot be read as a notebook (Expecting ',': line 3 (char 9)): save it"
    ) == ("the hand-in cannot be read as a notebook: save it")
    assert (
        in_general("the cell added-7 ran for more than 120 seconds and was stopped")
        == "a cell that the student has added ran for more than 120 seconds and was stopped"
    )
    other = "the cell task1-layer ran for more than 120 seconds and was stopped"
    assert in_general(other) == other


def graded(student, points=(), status="graded", seconds=0.0, **others):
    values = {"handed_in": DUE, "seconds_late": 0.0, "penalty": 0.0} | others
    verdict = Verdict(Status(status), seconds=seconds)
    values["waiting"] = {name for name, got in dict(points).items() if got is None}
    return Graded(student, points=dict(points), verdict=verdict, **values)


def results(exercise, *hand_ins):
    parts = [Part("a", 2, False), Part("b", 1, False), Part("why", 2, True)]
    return ExerciseResults(exercise, DUE, parts, list(hand_ins))


def test_an_exercise_in_numbers():
    right = {"a": 2.0, "b": 1.0, "why": None}
    summary = ExerciseSummary(
        results(
            "part1-1",
            graded("ada", right, seconds=3.0),
            graded("bob", right | {"why": 1.5}, seconds_late=60.0, penalty=1.0),
            graded("cyd", {"a": 0.0, "b": 0.0, "why": 0.0}, status="malformed"),
            graded("dan", {"a": None, "b": None, "why": None}, status="not graded"),
            graded("eve", right, status="not graded"),
            graded("fay", {"a": 2.0, "why": None}, seconds=5.0, status="timed out"),
        ),
        submitted=["ada", "guy"],
        known=["ada", "bob", "cyd", "dan", "eve", "fay", "guy", "hal"],
    )
    assert len(summary.hand_ins) == 7
    assert summary.not_graded == ["dan", "guy"]
    assert summary.absent == ["hal"]
    assert summary.marks.marks == [0, 2, 3, 3, 3.5]
    assert summary.max_points == 5
    # fay's hand-in is older than the test b; cyd's says nothing about any test.
    assert [one.student for one in summary.tested] == ["ada", "bob", "eve"]
    assert len(summary.readable) == 4
    assert [(item.name, item.passes) for item in summary.items] == [("a", 3), ("b", 3)]
    [question] = summary.questions
    assert (question.given, question.waiting) == ([1.5, 0.0], 3)
    assert [one.student for one in summary.late] == ["bob"]
    assert summary.seconds == [3, 5] and summary.median_seconds == 4
    assert summary.by_status == {
        "graded": ["ada", "bob"],
        "malformed": ["cyd"],
        "notebook gone": ["eve"],
        "timed out": ["fay"],
    }


def test_a_part_sums_its_exercises_and_what_is_not_handed_in_counts_nothing():
    first = results("part1-1", graded("ada", {"a": 2}), graded("bob", {"a": 1}))
    second = results("part1-2", graded("ada", {"a": 2, "b": 1}))
    third = results("part2-1", graded("cyd", {"a": 1}, seconds=9.0))
    exercises = [ExerciseSummary(one, [], []) for one in (first, second, third)]
    summary = ClassSummary(exercises, [], [], ["ada", "bob", "cyd", "dan"])
    assert list(summary.parts) == ["Part 1", "Part 2"]
    marks = summary.marks_of("Part 1")
    assert (marks.marks, marks.max_points) == ([1, 5], 10)
    assert (marks.percentile(50), marks.mean) == (3, 3)
    assert summary.nothing == ["dan"]
    assert [(name, one.student) for name, one in summary.slowest(10)] == [
        ("part2-1", "cyd")
    ]


# The page


class Page:
    """A report as it is read."""

    def __init__(self, course: Course):
        self.root, path = course.root, course.root / "report.html"
        write_report(course, course.exercises, path, lambda text: None)
        assert path.stat().st_mode & 0o777 == 0o600
        self.html = path.read_text(encoding="utf-8")
        self.soup = BeautifulSoup(self.html, "html.parser")
        self.text = " ".join(self.soup.text.split())

    @property
    def numbers(self) -> dict[str, int]:
        """The summary's numbers."""
        return {
            one.dt.text: int(one.dd.text) for one in self.soup.select(".numbers div")
        }

    @property
    def attention(self) -> list[str]:
        return [" ".join(one.text.split()) for one in self.soup.select(".attention li")]

    def table(self, label: str) -> dict[str, list[str]]:
        """The rows of a table by their heading."""
        [table] = self.soup.find_all(attrs={"aria-label": label})
        return {
            " ".join(row.th.text.split()): [
                " ".join(cell.text.split()) for cell in row.find_all("td")
            ]
            for row in table.select("tbody tr")
        }


def check_form(page: Page) -> None:
    """It stands alone, runs nothing, and can be read aloud."""
    assert not page.soup.find_all(
        ["script", "link", "img", "iframe", "object", "embed"]
    )
    for tag in page.soup.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on")]
        for name in ("href", "src", "xlink:href"):
            assert tag.get(name, "#").startswith("#"), "nothing from elsewhere"
    assert "@import" not in page.html and "nan" not in page.text.lower().split()
    names = [tag["id"] for tag in page.soup.find_all(id=True)]
    assert len(names) == len(set(names))
    assert {a["href"].lstrip("#") for a in page.soup.find_all("a")} <= set(names)
    levels = [int(tag.name[1]) for tag in page.soup.find_all(re.compile(r"^h\d$"))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))
    for svg in page.soup.find_all("svg"):
        assert svg["role"] == "img" and svg["aria-label"].startswith("Histogram")
    for table in page.soup.find_all("table"):
        assert all(th.get("scope") for th in table.find_all("th"))
    assert page.soup.html["lang"] == "en"
    assert page.soup.find("meta", attrs={"name": "viewport"})


def other_name(folder, right):
    write(folder, right, name=f"{EXERCISE} (1)")


def late(folder, right):
    write(folder, right)
    time = DUE + datetime.timedelta(hours=26)
    (folder / "timestamp.txt").write_text(f"{time} UTC\n", encoding="utf-8")


HAND_INS = [
    HandIn("<b>wrong", solving(mean="def mean(values):\n    return values[0]")),
    HandIn("broken", holding(b"{")),
    HandIn("late", late),
    HandIn("other-name", other_name),
]


@pytest.fixture(scope="module")
def graded_page(tmp_path_factory):
    """The page about six real hand-ins, one that waits, and one student without any."""
    course = make_course(tmp_path_factory.mktemp("graded"))
    with course.nbgrader.gradebook as book:
        book.update_or_create_assignment(EXERCISE, duedate=DUE)
    grade(course, HAND_INS)
    with course.nbgrader.gradebook as book:
        book.add_student("absent", first_name="Zoë", last_name=SCRIPT)
        book.add_student("waiting")
    waiting = course.notebook_path("submitted", EXERCISE, "waiting")
    waiting.parent.mkdir(parents=True)
    as_it_is(waiting.parent, {"cells": []})
    (course.root / "submitted" / "stranger").mkdir()
    shutil.copytree(waiting.parent, course.root / "submitted" / "stranger" / EXERCISE)
    return Page(course)


def test_the_page_of_a_graded_class(graded_page):
    page = graded_page
    check_form(page)
    assert page.numbers == {
        "students": 8,
        "submissions": 7,
        "not graded yet": 1,
        "answers that wait for a mark by hand": 5,
        "submissions with trouble": 1,
        "late submissions": 1,
    }
    again = f"grading autograde {EXERCISE} ({EXERCISE})"
    assert page.attention == [
        f"Grade 1 submission: {again}waiting",
        (
            "Handed in by nobody in the class. Enter them, or remove submitted/ID: grading "
            "class FILE.csvstranger"
        ),
        f"Mark 5 written answers (0 points until then): grading mark ({EXERCISE})",
        (
            "1 submission malformed. Ask for another notebook, collect and grade it: "
            f"{again}broken"
        ),
        f"Talk to 2 students at risk, all listed below.Zoë {SCRIPT} (absent), broken",
    ]
    assert page.table("Exercises") == {
        EXERCISE: ["7", "7", "9", "1", "5", "1", "1", "0"]
    }
    # Four have all 7 points of the tests, one loses the mean's 2 and 1, one has nothing.
    assert "0: 1, 4: 1, 7: 4" in page.soup.find("svg")["aria-label"]
    everybody = "ℹ Everybody passes, so it tells nobody apart. Is it meant to be easy?"
    assert page.table(f"Tests of {EXERCISE}") == {
        f"double-test {everybody}": ["1", "5", "100 %", "-"],
        # Lost together, by the one student who lost anything.
        "mean-test": ["2", "4", "80 %", "1.00"],
        "mean-edge-test": ["1", "4", "80 %", "1.00"],
        f"greet-test {everybody}": ["3", "5", "100 %", "-"],
    }
    assert "Only 5 submissions." in page.text
    # nbgrader itself gives 0 for the broken file's answer, which is as it was released.
    with_and_without = "1 with a mark, on average 0 of 2 points; 5 without"
    assert f"Written answer {QUESTION}: {with_and_without}." in page.text


def test_the_page_says_what_was_odd_late_and_missing(graded_page):
    page = graded_page
    assert page.table(f"Reasons in {EXERCISE}") == {
        "the submission cannot be read as a notebook": ["malformed", "1", "broken"],
        f"another file was taken, for there is no {EXERCISE}.ipynb": [
            "graded",
            "1",
            "other-name",
        ],
    }
    assert page.table(f"Late submissions of {EXERCISE}") == {
        "late": ["2026-02-02 01:59 UTC", "1 day 2 hours", "0"]
    }
    assert "Not graded yet: waiting." in page.text
    assert f"1 of 8 students: Zoë {SCRIPT} (absent)." in page.text
    slowest = page.table("The slowest submissions")
    assert set(slowest) >= {"0-before", "~after", "<b>wrong", "late", "other-name"}


def test_the_class_at_a_glance(graded_page):
    page = graded_page
    # Two points wait for a mark, so seven of nine are all that there are so far.
    assert page.table("The class") == {
        "0-before": ["100", "78 w"],
        "<b>wrong": ["57", "44 w"],
        "broken": ["0", "0"],
        "late": ["100", "78 w L"],
        "other-name": ["100", "78 w"],
        "waiting": ["", "?"],
        "~after": ["100", "78 w"],
        f"Zoë {SCRIPT} (absent)": ["0", "–"],
    }
    assert page.table("At risk") == {
        "broken": ["below the pass mark", ""],
        f"Zoë {SCRIPT} (absent)": ["below the pass mark", ""],
    }


def test_frequent_mistakes_in_their_authors_words(graded_page):
    assert graded_page.table("Frequent mistakes") == {
        "mean-test": [EXERCISE, "1 of 5", "the mean of 1, 2, 3 is 2"],
        "mean-edge-test": [
            *(EXERCISE, "1 of 5", "the mean of a number and its negative is 0"),
        ],
    }


def test_what_is_to_be_done_comes_before_what_explains(graded_page):
    titles = [heading.text for heading in graded_page.soup.find_all("h2")]
    assert titles == [
        *("What to do", "The class", "Frequent mistakes", "At risk", "Exercises"),
        *("Marks by part of the course", EXERCISE),
        *("How to read the tables of tests", "The slowest submissions"),
    ]


# Where somebody stands


def test_a_student_with_more_time_misses_nothing_before_it_ends():
    exercise = ExerciseSummary(results("part1-1"), [], ["ada", "bob"])
    summary = ClassSummary([exercise], [], [], ["ada", "bob"])
    more = {("ada", "part1-1"): datetime.timedelta(days=2)}
    found = class_table(summary, more, DUE + datetime.timedelta(days=1))
    assert {who: one.state for who, [one] in found.items()} == {
        "ada": State.OPEN,
        "bob": State.MISSING,
    }


@pytest.mark.parametrize(
    ("exercise", "short"),
    [
        ("part1-1-autodiff-scalar", "1.1"),
        ("part3a-6-numpy", "3a.6"),
        ("part1-12", "1.12"),
        ("homework", "homework"),
    ],
)
def test_short_names(exercise, short):
    assert short_name(exercise) == short


MANY = 60


@pytest.fixture(scope="module")
def large_page(tmp_path_factory):
    """Sixty students from the gradebook: nobody doubles, whoever greets fails the rest."""
    course = make_course(tmp_path_factory.mktemp("large"))
    with course.nbgrader.gradebook as book:
        for place in range(MANY):
            good = place < 20
            marks = {"status": "graded", "reasons": [], "seconds": 1.0 + place}
            if place < 12:
                marks["status"] = "timed out"
                marks["reasons"] = [
                    f"the cell task{place} {SCRIPT}",
                    "the same for many",
                ]
            earned = {
                "mean-test": 2 * good,
                "mean-edge-test": 1 * good,
                "greet-test": 3 * (not good),
            }
            enter(book, f"s{place:02}", earned, answer=place % 3)
            path = course.notebook_path("autograded", EXERCISE, f"s{place:02}")
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps({"metadata": {"grading": marks}}))
        for place in range(40):
            book.add_student(f"absent{place:02}")
        book.update_or_create_student(
            "s59", first_name=SCRIPT, last_name="O'Neil & Söhne"
        )
    return Page(course)


def enter(book, student, earned, answer):
    """Enter a hand-in as graded; `answer` 0 waits for its mark, others are its points."""
    book.add_student(student)
    book.add_submission(EXERCISE, student)
    for one in book.find_submission_notebook(EXERCISE, EXERCISE, student).grades:
        if one.name in POINTS:
            one.auto_score = earned.get(one.name, 0)
        elif answer:
            one.manual_score, one.needs_manual_grade = answer, False
    book.db.commit()


def test_a_large_class_is_cut_to_what_can_be_read(large_page):
    page = large_page
    check_form(page)
    assert page.numbers["students"] == 100
    assert page.numbers["answers that wait for a mark by hand"] == MANY / 3
    assert "absent29 and 10 more." in page.text
    slowest = page.table("The slowest submissions")
    assert len(slowest) == 10
    first = f"{SCRIPT} O'Neil & Söhne (s59)"
    assert next(iter(slowest)) == first
    assert slowest[first] == [EXERCISE, "graded", "1 minute"]
    assert f"{EXERCISE}: the median is 30 seconds, the longest 1 minute." in page.text
    reasons = page.table(f"Reasons in {EXERCISE}")
    assert len(reasons) == 10
    assert reasons["the same for many"] == [
        "timed out",
        "12",
        "s00, s01, s02, s03, s04 and 7 more",
    ]
    assert "And 3 rarer reasons." in page.text


def test_nothing_from_a_hand_in_is_markup(large_page):
    assert SCRIPT in large_page.text
    assert SCRIPT not in large_page.html


def test_suspicious_tests_are_named(large_page):
    page = large_page
    nobody = "Nobody passes. Is the test wrong, or the text of the task?"
    negative = "Those who pass it do worse in the others. Does it punish what is right?"
    assert page.table(f"Tests of {EXERCISE}") == {
        f"double-test ⚠ {nobody}": ["1", "0", "0 %", "-"],
        # Who passes has 1 point in the others, who does not has 3; and so on.
        f"mean-test ⚠ {negative}": ["2", "20", "33 %", "-1.00"],
        f"mean-edge-test ⚠ {negative}": ["1", "20", "33 %", "-1.00"],
        f"greet-test ⚠ {negative}": ["3", "40", "67 %", "-1.00"],
    }
    assert page.attention[3:] == [
        f"Look at the test double-test. {nobody} ({EXERCISE})",
        f"Look at the test mean-test. {negative} ({EXERCISE})",
        f"Look at the test mean-edge-test. {negative} ({EXERCISE})",
        f"Look at the test greet-test. {negative} ({EXERCISE})",
    ]
    assert "Under 50, one" not in page.text


def test_what_it_is_made_of(large_page):
    made = re.search(
        r"Made on (.+) UTC by grading report from (.+?) \(last", large_page.text
    )
    assert made[2] == "gradebook.db"
    assert datetime.datetime.strptime(made[1], "%Y-%m-%d %H:%M")


# What stops it


def refusal(course, path=None):
    with pytest.raises(CourseError) as refused:
        write_report(
            course,
            [EXERCISE],
            path or course.root / "report.html",
            lambda text: None,
        )
    assert not list(course.root.glob("report.html*"))
    return str(refused.value)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    return make_course(tmp_path_factory.mktemp("empty"))


def test_without_hand_ins_it_says_what_comes_first(empty):
    said = refusal(empty)
    assert f"Nobody has handed in {EXERCISE}" in said
    assert f"grading autograde {EXERCISE}" in said


def test_without_a_gradebook_it_makes_none(empty):
    gradebook = empty.root / "gradebook.db"
    gradebook.rename(empty.root / "away.db")
    try:
        assert "There is no gradebook" in refusal(Course(empty.root))
        assert not gradebook.exists()
    finally:
        (empty.root / "away.db").rename(gradebook)


def test_a_file_that_cannot_be_written_is_refused_at_once(empty, tmp_path):
    assert "cannot be written" in refusal(empty, tmp_path)
    assert "cannot be written" in refusal(empty, tmp_path / "none" / "report.html")


def test_an_exercise_that_the_gradebook_does_not_know(empty):
    """Hand-ins lie there, but the instructor has not entered the exercise."""
    source = empty.notebook_path("source", EXERCISE)
    other = empty.notebook_path("source", "other-exercise")
    other.parent.mkdir()
    other.write_bytes(source.read_bytes())
    as_it_is(empty.notebook_path("submitted", "other-exercise", "ada").parent, {})
    course = Course(empty.root)
    page = Page(course)
    check_form(page)
    [entering] = page.attention
    assert entering == (
        "Handed in, but the gradebook does not know other-exercise. Enter it: "
        "grading enter other-exercise"
    )
    assert f"No submissions yet: {EXERCISE}." in page.text
    (course.root / "report.html").unlink()
    assert page.numbers["students"] == 1


def test_the_command_writes_the_page_and_prints_its_path(
    empty, graded_page, run, tmp_path
):
    course = graded_page.root
    done = run("grading", "report", folder=course)
    assert done.stdout.strip() == str(course / "report.html")
    done = run(
        "grading", "report", EXERCISE, "--to", tmp_path / "a.html", folder=course
    )
    assert done.stdout.strip() == str(tmp_path / "a.html")
    assert (tmp_path / "a.html").exists()
    refused = run("grading", "report", EXERCISE, folder=empty.root, expect=1)
    assert f"Nobody has handed in {EXERCISE}" in refused.stderr
