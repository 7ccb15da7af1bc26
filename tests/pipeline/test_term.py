"""A term's totals by the rule in the settings: the guide's example, and who is at risk."""

import csv
import datetime
from dataclasses import dataclass

import pytest
from pipeline.commands import set_in, type_in
from pipeline.small_course import write_course

from grading.course import Course, CourseError
from grading.decisions.notes import add_note
from grading.export import export
from grading.results.read import ExerciseResults, Graded, Part
from grading.term.rule import Rule
from grading.term.standing import Term

PAST = datetime.datetime(2020, 1, 31, 22, 59)
FUTURE = datetime.datetime(2090, 1, 31, 22, 59)
RULE = """
c.TermRule.weights = {"part1-*": 2}
c.TermRule.bonus = {"part2-3": 0.05}
c.TermRule.best = 3
c.LatePenalty.share_a_day = 0.2
"""
# The points of the guide's example, of 20 each.
POINTS = {
    "part1-1": {"ada": 18, "bob": 10, "cleo": 14},
    "part1-2": {"ada": 12, "cleo": 10},
    "part2-1": {"ada": 20, "bob": 9},
    "part2-2": {"ada": 10, "bob": 12},
    "part2-3": {"ada": 10, "cleo": 20},
}


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    """The guide's example, with a sixth exercise that is not due yet."""
    course = set_in(write_course(tmp_path_factory.mktemp("course")), RULE)
    with course.nbgrader.gradebook as book:
        for student in ("ada", "bob", "cleo"):
            book.add_student(student, last_name="=1+2", email=f"{student}@x.org")
        for number, (exercise, points) in enumerate(
            [*POINTS.items(), ("part3", {"ada": 1})]
        ):
            due = FUTURE if exercise == "part3" else PAST + datetime.timedelta(number)
            book.add_assignment(exercise, duedate=due)
            book.add_notebook(exercise, exercise)
            book.add_grade_cell(
                "test", exercise, exercise, max_score=20, cell_type="code"
            )
            for student, earned in points.items():
                late = datetime.timedelta(
                    hours=exercise == "part1-1" and student == "bob"
                )
                book.add_submission(exercise, student, timestamp=due + late)
                grade = book.find_grade("test", exercise, exercise, student)
                grade.auto_score, grade.needs_manual_grade = earned, False
        book.db.commit()
    return course


def rows_of(path, key="student_id") -> dict[str, dict]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return {row[key]: row for row in csv.DictReader(file)}


def test_the_guides_example(course, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = type_in(course, "export", "--term")
    assert "The marks are in marks-term.csv." in said
    rows = rows_of(tmp_path / "marks-term.csv")
    names = [*POINTS, "missing", "counted", "bonus", "total", "passed", "at_risk"]
    assert {student: [row[n] for n in names] for student, row in rows.items()} == {
        "ada": ["90", "60", "100", "50", "50", "0", "3", "2.5", "82.5", "yes", ""],
        "bob": [
            *("40", "0", "45", "60", "0", "1", "3", "0", "46.25", "no"),
            "below the pass mark",
        ],
        "cleo": [
            *("70", "50", "0", "0", "100", "2", "3", "5", "53", "yes"),
            "the last two exercises are missing",
        ],
    }
    assert {row["part3"] for row in rows.values()} == {""}
    assert {row["last_name"] for row in rows.values()} == {"'=1+2"}
    assert "weighted (part1-1 2 times, part1-2 2 times, the others once)" in said
    assert "full points in part2-3 add 5" in said and "50 or more passes" in said
    assert "counts for nobody so far, not due yet: part3" in said
    assert "2 of 3 students: bob, cleo" in said


def test_moodle_and_canvas_get_the_total(course, tmp_path):
    path, _ = export(course, "moodle", "term", to=tmp_path / "m.csv")
    rows = rows_of(path, "Email address")
    assert {who: row["Total"] for who, row in rows.items()} == {
        "ada@x.org": "82.5",
        "bob@x.org": "46.25",
        "cleo@x.org": "53",
    }
    path, _ = export(course, "canvas", "term", to=tmp_path / "c.csv")
    assert path.read_text("utf-8").splitlines()[1].endswith(",100")


def test_notes_stand_in_the_row_of_a_term(course, tmp_path):
    with course.nbgrader.gradebook as book:
        book.add_student("dora")
    add_note(course, "dora", "part1-1", "was ill", "Emmy")
    path, _ = export(course, "csv", "term", to=tmp_path / "t.csv")
    row = rows_of(path)["dora"]
    assert row["notes"].startswith("part1-1: was ill (Emmy, 20")
    assert (row["total"], row["missing"]) == ("0", "4")  # a bonus is not missing
    with course.nbgrader.gradebook as book:
        book.remove_student("dora")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("c.TermRule.weights = {'part7-*': 2}", "'part7-*' is of no exercise"),
        ("c.TermRule.weights = {'part1-*': 'two'}", "c.TermRule in the settings: "),
        ("c.TermRule.weights = {'part1-*': float('inf')}", "inf for 'part1-*' is not"),
        ("c.TermRule.weights = {'part1-*': -1}", "is not between 0 and 1000"),
        (
            "c.TermRule.bonus = {'part2-3': 5}",
            "5 for 'part2-3' is not between 0 and 1.",
        ),
        ("c.TermRule.weights = 2", "c.TermRule in the settings: "),
        ("c.TermRule.bonus = {'part1-1': 0.1}", "part1-1 is in c.TermRule.weights and"),
        ("c.TermRule.pass_mark = 50", "c.TermRule in the settings: "),
        ("c.TermRule.best = -1", "c.TermRule in the settings: "),
        ("c.TermRule.wieghts = {}", "Did you mean weights?"),
    ],
)
def test_a_rule_that_cannot_be_read_is_named(course, tmp_path, line, said):
    settings = course.root / "nbgrader_config.py"
    before = settings.read_text("utf-8")
    try:
        broken = set_in(course, line)
        with pytest.raises(CourseError) as error:
            export(broken, "csv", "term", to=tmp_path / "t.csv")
    finally:
        settings.write_text(before, "utf-8")
    assert said in str(error.value)
    assert not (tmp_path / "t.csv").exists()


def test_a_term_is_not_by_test(course):
    said = type_in(course, "export", "--term", "--by", "test", fails=True)
    assert "--term goes without --by" in said


# What counts against nobody, by hand


@dataclass
class One:
    """An exercise of a test worth 6 points and a question worth 4."""

    name: str
    due: datetime.datetime | None = PAST

    def with_points(
        self, **points: tuple[float | None, float | None]
    ) -> ExerciseResults:
        parts = [Part("test", 6, False), Part("question", 4, True)]
        graded = [
            Graded(
                who, None, 0.0, points=dict(zip(("test", "question"), got, strict=True))
            )
            for who, got in points.items()
        ]
        return ExerciseResults(self.name, self.due, parts, graded)


def term_of(*results, rule=None, extensions=None, handed_in=None) -> Term:
    rule = rule or Rule({one.exercise: 1.0 for one in results})
    now = datetime.datetime(2030, 1, 1)
    return Term(rule, results, extensions or {}, handed_in or {}, now)


def test_an_answer_that_waits_counts_neither_for_nor_against():
    term = term_of(One("a").with_points(ada=(3, None), bob=(3, 4)))
    assert term.standing_of("ada").total == 50
    assert term.standing_of("bob").total == 70


def test_what_is_not_due_not_graded_or_on_its_way_counts_for_nobody():
    term = term_of(
        One("a").with_points(ada=(6, 4)),
        One("b", FUTURE).with_points(ada=(0, 0)),
        One("c").with_points(ada=(None, None)),
        One("d").with_points(bob=(6, 0)),
        extensions={("cleo", "a"): datetime.timedelta(days=365 * 20)},
        handed_in={"d": ["ada", "bob"]},
    )
    ada = term.standing_of("ada")
    assert ada.shares == {"a": 1, "b": None, "c": None, "d": None}
    assert (ada.total, ada.missing, ada.risks) == (100, [], [])
    bob = term.standing_of("bob")
    assert (bob.shares["a"], bob.total, bob.missing) == (0, 30, ["a"])
    cleo = term.standing_of("cleo")
    assert (cleo.shares["a"], cleo.shares["d"], cleo.total) == (None, 0, 0)


def test_where_nothing_counts_yet_nobody_fails():
    one = term_of(One("a", FUTURE).with_points(ada=(0, 0))).standing_of("ada")
    assert (one.total, one.passed, one.risks) == (None, None, [])


def test_of_equal_shares_the_lighter_one_counts():
    """1 once and 0.5 once are 0.75; with the heavy 0.5 it would be 2 of 3, 0.67."""
    rule = Rule({"a": 1.0, "b": 2.0, "c": 1.0}, best=2)
    full, half = (6, 4), (3, 2)
    term = term_of(
        One("a").with_points(ada=full),
        One("b").with_points(ada=half),
        One("c").with_points(ada=half),
        rule=rule,
    )
    assert term.standing_of("ada").total == 75


def test_a_weight_of_0_leaves_out_and_a_total_ends_at_100():
    rule = Rule({"a": 1.0, "b": 0.0}, {"c": 0.3}, pass_mark=1.0)
    term = term_of(
        One("a").with_points(ada=(6, 4), bob=(6, 3.9)),
        One("b").with_points(ada=(0, 0)),
        One("c").with_points(ada=(6, 4)),
        rule=rule,
    )
    ada, bob = term.standing_of("ada"), term.standing_of("bob")
    assert (ada.total, ada.bonus, ada.passed) == (100, 30, True)
    assert (bob.total, bob.passed, bob.risks) == (99, False, ["below the pass mark"])
