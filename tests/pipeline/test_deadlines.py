"""Due dates, more time for one student, and what lateness costs, by the commands."""

import datetime
import time
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from pipeline.commands import set_in, type_in
from pipeline.downloads import EVENING, NOTEBOOK, time_of
from pipeline.small_course import EXERCISE, POINTS, QUESTION, QUESTION_POINTS

from grading.arrival.worksheet import read_worksheet
from grading.autograde import run as autograde
from grading.collect import collect
from grading.course import Course, CourseError
from grading.deadlines.penalty import LatePenalty
from grading.deadlines.zone import zone_of
from grading.execution.workers import Options
from grading.export import export
from grading.results.read import read_results
from grading.submission.folder import Submission

DUE = datetime.datetime(2027, 1, 31, 22, 59)  # 23:59 in Berlin
TESTS = sum(POINTS.values())
ALL = TESTS + QUESTION_POINTS


@pytest.fixture
def course(class_course) -> Course:
    return set_in(class_course, 'c.Deadlines.zone = "Europe/Berlin"')


@pytest.fixture
def on_a_server(monkeypatch):
    """A machine in UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def due_in(course: Course):
    with course.nbgrader.gradebook as gradebook:
        return gradebook.find_assignment(EXERCISE).duedate


def enter(course: Course, student: str, late: datetime.timedelta, earned: float):
    """A graded submission so much after `DUE`, as grading has saved it."""
    with course.nbgrader.gradebook as gradebook:
        gradebook.add_submission(EXERCISE, student, timestamp=DUE + late)
        notebook = gradebook.find_submission_notebook(EXERCISE, EXERCISE, student)
        left = earned
        for grade in notebook.grades:
            if grade.name in POINTS:
                grade.auto_score = min(left, POINTS[grade.name])
                left -= grade.auto_score
        gradebook.db.commit()


def lost(course: Course, student: str) -> float:
    """The penalty as reports and exports say it, which is the gradebook's, too."""
    [one] = [
        one for one in read_results(course, EXERCISE).graded if one.student == student
    ]
    with course.nbgrader.gradebook as gradebook:
        notebook = gradebook.find_submission_notebook(EXERCISE, EXERCISE, student)
        assert (notebook.late_submission_penalty or 0) == pytest.approx(one.penalty)
    return one.penalty


@pytest.mark.parametrize(
    ("words", "due"),
    [
        (["2027-01-31 23:59"], DUE),
        (
            ["2027-01-31 23:59", "--zone", "America/New_York"],
            DUE.replace(day=1, month=2, hour=4),
        ),
        (["31.01.2027 23:59 UTC"], DUE.replace(hour=23)),
        (["2027-07-01 12:00"], datetime.datetime(2027, 7, 1, 10, 0)),
    ],
)
def test_a_due_date_is_of_the_courses_zone(course, on_a_server, words, due):
    said = type_in(course, "due", EXERCISE, *words)
    assert due_in(course) == due
    assert "Europe/Berlin" in said


def test_due_dates_are_shown_and_taken_away(course, on_a_server):
    type_in(course, "due", EXERCISE, "2027-01-31 23:59")
    assert f"{EXERCISE} 2027-01-31 23:59 CET" in type_in(course, "due")
    assert f"{EXERCISE} -" in type_in(course, "due", EXERCISE, "--remove")
    assert due_in(course) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((EXERCISE, "tomorrow"), "'tomorrow' cannot be read as a time"),
        ((EXERCISE, "02/03/2027 10:00"), "could be two days"),
        (
            (EXERCISE, "2027-01-31 23:59", "--zone", "Berlin"),
            "'Berlin' (--zone) is no time",
        ),
        (("small", "2027-01-31 23:59"), "There is no exercise 'small'"),
        ((EXERCISE, "2027-01-31 23:59", "--remove"), "EXERCISE and --remove"),
        (("--remove",), "EXERCISE and --remove"),
    ],
)
def test_what_is_no_due_date_changes_nothing(course, words, said):
    type_in(course, "due", EXERCISE, "2027-01-31 23:59")
    assert said in type_in(course, "due", *words, fails=True)
    assert due_in(course) == DUE


def test_a_zone_that_is_none_is_named(class_course):
    course = set_in(class_course, 'c.Deadlines.zone = "Mars/Olympus"')
    said = type_in(course, "due", EXERCISE, "2027-01-31 23:59", fails=True)
    assert "'Mars/Olympus' (c.Deadlines.zone in the settings) is no time zone" in said


def test_the_courses_own_settings_stand_in_a_file_of_their_own(class_course, run):
    (class_course.root / "course_config.py").write_text(
        'c = get_config()\nc.Deadlines.zone = "Asia/Tokyo"\n', encoding="utf-8"
    )
    course = Course(class_course.root)
    assert "2027-01-31 23:59 JST" in type_in(
        course, "due", EXERCISE, "2027-01-31 23:59"
    )
    assert due_in(course) == DUE.replace(hour=14)


def test_an_extension_counts_before_and_after_handing_in(course, right):
    set_in(course, "c.LatePenalty.share_a_day = 0.5")
    course = Course(course.root)
    type_in(course, "due", EXERCISE, "2027-01-31 23:59")
    said = type_in(course, "extend", "al01", EXERCISE, "--days", "2")
    assert f"al01 {EXERCISE} 2 days 2027-02-02 23:59 CET" in said
    for student in ("al01", "jm02"):
        folder = Submission(course, EXERCISE, student).folder
        folder.mkdir(parents=True)
        (folder / NOTEBOOK).write_text(right, encoding="utf-8")
        (folder / "timestamp.txt").write_text("2027-02-02 10:00 UTC\n", "utf-8")
    marks = autograde(course, [EXERCISE], options=Options(jobs=1))
    assert [mark.points for mark in marks] == [TESTS, 0]  # two days begun, all of it
    assert "late" not in marks[0].reason
    assert "1 day 11 hours late" in marks[1].reason
    type_in(course, "extend", "jm02", EXERCISE, "--days", "1")  # one day late now
    assert lost(course, "jm02") == TESTS / 2
    type_in(course, "extend", "jm02", EXERCISE, "--days", "0")
    assert lost(course, "jm02") == TESTS
    assert "jm02" not in type_in(course, "extend")
    type_in(course, "due", EXERCISE, "--remove")  # with an extension still given
    assert lost(course, "al01") == lost(course, "jm02") == 0
    type_in(course, "due", EXERCISE, "2027-01-30 23:59")
    assert (lost(course, "al01"), lost(course, "jm02")) == (TESTS / 2, TESTS)


def test_extensions_come_from_a_file_all_or_none(course, tmp_path):
    path = tmp_path / "extensions.csv"
    path.write_text("student;exercise;days\nal01;all;2\njm02;small-*;1,5\n", "utf-8")
    type_in(course, "due", EXERCISE, "2027-01-31 23:59")
    said = type_in(course, "extend", "--from", str(path))
    assert f"jm02 {EXERCISE} 1 day 12 hours 2027-02-02 11:59 CET" in said
    path.write_text("student,exercise,days\nal01,all,0\nada,all,1\n", "utf-8")
    said = type_in(course, "extend", "--from", str(path), fails=True)
    assert "line 3: The gradebook has no student 'ada'" in said
    assert "al01" in type_in(course, "extend")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("al1", EXERCISE, "--days", "1"), "Did you mean al01?"),
        (("al01", EXERCISE, "--days", "-1"), "-1 days are no extension"),
        (("al01", EXERCISE, "--days", "nan"), "nan days are no extension"),
        (("al01", EXERCISE), "Give STUDENT EXERCISES --days 2"),
        (("al01", "--days", "1"), "Give STUDENT EXERCISES --days 2"),
    ],
)
def test_what_is_no_extension_is_refused(course, words, said):
    assert said in type_in(course, "extend", *words, fails=True)
    assert "Nobody has more time" in type_in(course, "extend")


@pytest.mark.parametrize(
    ("seconds", "share", "grace", "penalty"),
    [
        (1, 0.1, 0, 1.0),
        (86400, 0.1, 0, 1.0),
        (86401, 0.1, 0, 2.0),
        (900, 0.1, 15, None),
        (901, 0.1, 15, 1.0),
        (30 * 86400, 0.1, 0, 10.0),
        (30 * 86400, 0, 0, None),
    ],
)
def test_the_rule(seconds, share, grace, penalty):
    rule = LatePenalty(share_a_day=share, grace_minutes=grace)
    assert rule.late_submission_penalty("ada", 10.0, seconds) == (
        penalty and pytest.approx(penalty)
    )


def test_nbgraders_own_rule_still_counts():
    rule = LatePenalty(penalty_method="zero", grace_minutes=5)
    assert rule.late_submission_penalty("ada", 10.0, 301) == 10
    assert rule.late_submission_penalty("ada", 10.0, 300) is None


def test_a_rule_and_a_mark_by_hand_count_at_once(course, tmp_path):
    type_in(course, "due", EXERCISE, "2027-01-31 23:59")
    enter(course, "al01", datetime.timedelta(hours=1), TESTS)
    course = set_in(course, "c.LatePenalty.share_a_day = 0.1")
    rows, _ = export(course, "csv", to=tmp_path / "marks.csv")
    [row] = [one for one in rows.read_text("utf-8-sig").splitlines() if "al01" in one]
    assert f",{TESTS},{0.1 * TESTS:g},{0.9 * TESTS:g},{ALL}," in row
    with course.nbgrader.gradebook as gradebook:
        give_mark(gradebook, "al01")
    [one] = read_results(course, EXERCISE).graded
    assert one.total == pytest.approx(0.9 * ALL)


def test_feedback_has_the_penalty_that_a_mark_by_hand_brings(course, right, run):
    course = set_in(course, "c.LatePenalty.share_a_day = 0.5")
    type_in(course, "due", EXERCISE, "2027-01-31 23:59")
    submission = Submission(course, EXERCISE, "al01")
    submission.folder.mkdir(parents=True)
    (submission.folder / NOTEBOOK).write_text(right, encoding="utf-8")
    (submission.folder / "timestamp.txt").write_text("2027-02-01 10:00 UTC\n", "utf-8")
    autograde(course, [EXERCISE], options=Options(jobs=1))
    with course.nbgrader.gradebook as gradebook:
        give_mark(gradebook, "al01")
    run("nbgrader", "generate_feedback", EXERCISE, "--force", folder=course.root)
    page = submission.page.read_text(encoding="utf-8")
    assert f"A small exercise: {ALL / 2:g} of {ALL} points</h1>" in page
    assert f"Handed in late: {ALL / 2:g} points less." in page
    assert "<dd>01 February 2027, 11:00 CET, 11 hours 1 minute late</dd>" in page


def test_what_has_only_a_due_date_has_no_marks_yet(course, tmp_path):
    enter(course, "al01", datetime.timedelta(0), TESTS)
    with course.nbgrader.gradebook as gradebook:
        gradebook.update_or_create_assignment("later-exercise", duedate=DUE)
    path, _ = export(course, "csv", to=tmp_path / "marks.csv")
    assert "later-exercise" not in path.read_text("utf-8-sig")


def give_mark(gradebook: Gradebook, student: str) -> None:
    grade = gradebook.find_grade(QUESTION, EXERCISE, EXERCISE, student)
    grade.manual_score, grade.needs_manual_grade = QUESTION_POINTS, False
    gradebook.db.commit()


WORKSHEET = (
    "Identifier,Email address,Last modified (submission)\n"
    'Participant 4711,ada@example.org,"Sunday, 31 January 2027, 11:30 PM"\n'
)


def test_a_worksheets_times_are_the_courses(course, on_a_server, tmp_path):
    path = tmp_path / "grades.csv"
    path.write_text(WORKSHEET, encoding="utf-8")
    entries = read_worksheet(path, zone_of(course.settings))
    time = entries["4711"].handed_in.astimezone(datetime.UTC)
    assert time.replace(tzinfo=None) == datetime.datetime(2027, 1, 31, 22, 30)


def late_download(pack, right) -> Path:
    return pack(
        (f"Ada Lovelace_4711_assignsubmission_file_/{NOTEBOOK}", right),
        (f"Pat O'Neill_4715_assignsubmission_file_/{NOTEBOOK}", right),
    )


def test_nobody_is_late_by_the_time_of_a_download(course, on_a_server, pack, right):
    type_in(course, "due", EXERCISE, "2027-01-31 12:00")
    path = late_download(pack, right)
    with pytest.raises(
        CourseError, match="was due at 2027-01-31 12:00 CET.*al01, on03"
    ):
        collect(course, EXERCISE, path)
    assert not (course.root / "submitted").exists()
    type_in(course, "extend", "al01", EXERCISE, "--days", "1")
    with pytest.raises(CourseError, match="of 1 submission: on03"):
        collect(course, EXERCISE, path)
    collect(course, EXERCISE, path, no_late=True)
    assert time_of(course, "on03") == datetime.datetime(2027, 1, 31, 11, 0)
    evening = datetime.datetime(*EVENING) - datetime.timedelta(hours=1)
    assert time_of(course, "al01") == evening
    plan = collect(course, EXERCISE, path)  # the same once more asks nothing
    assert {outcome.what for outcome in plan.outcomes} == {"unchanged"}


def test_times_that_somebody_gives_count(course, on_a_server, pack, right, tmp_path):
    type_in(course, "due", EXERCISE, "2027-01-31 12:00")
    times = tmp_path / "times.csv"
    times.write_text(
        "student,time\nal01,2027-01-31 11:59\non03,1.2.2027 8:00\n", "utf-8"
    )
    said = type_in(
        course,
        "collect",
        EXERCISE,
        str(late_download(pack, right)),
        "--times",
        str(times),
    )
    assert "2 collected" in said and "the course's zone, Europe/Berlin" in said
    assert time_of(course, "al01") == datetime.datetime(2027, 1, 31, 10, 59)
    assert time_of(course, "on03") == datetime.datetime(2027, 2, 1, 7, 0)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("ada,2027-01-31 11:59", "line 2: the gradebook has no student 'ada'"),
        ("al01,soon", "line 2: 'soon' cannot be read as a time"),
        (
            "al01,2027-01-31 11:59\nal01,2027-01-31 11:58",
            "line 3: al01 stands there twice",
        ),
    ],
)
def test_what_is_no_time_collects_nothing(course, pack, right, tmp_path, rows, said):
    times = tmp_path / "times.csv"
    times.write_text(f"student,time\n{rows}\n", encoding="utf-8")
    with pytest.raises(CourseError, match=said):
        collect(course, EXERCISE, late_download(pack, right), times=times)
    assert not (course.root / "submitted").exists()
