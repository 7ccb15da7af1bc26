"""What students see of due dates, submissions and marks, by commands and on the start page."""

import contextlib
import datetime
import json
import os
import shutil
import time

import nbformat
import pytest
from click.testing import CliRunner
from jupyter_core.paths import jupyter_data_dir
from pipeline.small_course import EXERCISE, make_course
from pipeline.small_handout import TITLE, answer, make_handout

from coursework import due
from coursework.cli import main
from coursework.feedback import newest_feedback
from coursework.handout import RELEASED, START, Handout
from coursework.progress import read_progress
from coursework.start_page import CELL, refresh
from coursework.table import as_html
from coursework.update import update
from grading.course import Course
from grading.deadlines.due import set_due
from grading.handout_page import due_dates, make_start_page

LATER = datetime.datetime(2100, 1, 31, 22, 59, tzinfo=datetime.UTC)  # in Berlin 23:59
BEFORE = LATER.replace(year=2020)
TITLE_WORDS = "Part 0 · A small exercise"
SUBMITTED = "2027-01-30 19:15:00.000000 UTC"
PAGE = "<title>x</title><style>1 of 9 points</style><h1>{}: {} of 7 points</h1><p>3 of 4 points"


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    return make_handout(tmp_path_factory.mktemp("template"))


@pytest.fixture
def berlin(monkeypatch):
    """A student's computer in Berlin, with a home of its own."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def handout(template, tmp_path, berlin, monkeypatch):
    """A handout in which somebody works, with its start page."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    handout = Handout(shutil.copytree(template.root, tmp_path / "handout"))
    notebooks = {EXERCISE: handout.released(EXERCISE)}
    notebooks[EXERCISE].cells[0].source = f"{TITLE}| **You need** | nothing |\n"
    page = make_start_page(notebooks, set(), {EXERCISE: LATER})
    nbformat.write(page, handout.root / START)
    let_be_due(handout, LATER)
    return handout


def let_be_due(handout: Handout, time: datetime.datetime | None) -> None:
    (handout.root / RELEASED / due.FILE).write_bytes(due.as_file({EXERCISE: time}))


def shown(handout: Handout) -> str:
    """The table that the start page shows before any cell runs."""
    page = nbformat.read(handout.root / START, as_version=4)
    [cell] = [cell for cell in page.cells if cell.id == CELL]
    [output] = cell.outputs
    return output.data["text/html"]


def type_in(handout: Handout, *words: str) -> str:
    """What a command of `coursework` says in the handout's folder."""
    with contextlib.chdir(handout.root):
        done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def lay_feedback(handout: Handout, place: str, points: str, name: str = EXERCISE):
    path = handout.root / EXERCISE / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(name, points), encoding="utf-8")
    return path


# Due dates.


def test_a_check_says_when_an_exercise_is_due_and_when_it_is_past(handout):
    answer(handout)
    said = type_in(handout, "check", EXERCISE)
    assert "It is due Sunday, 31 January 2100, 23:59 CET (in" in said
    assert "<td>4 of 4 ✔</td>" in shown(handout)
    assert due.sentence(BEFORE.astimezone()) == (
        "It was due Friday, 31 January 2020, 23:59 CET: what you hand in now is late, unless you "
        "were given more time."
    )


def test_progress_shows_due_dates_in_the_time_of_the_computer(handout):
    said = type_in(handout, "progress")
    assert "Sun 31 Jan" in said and "23:59" in said and "given more time" in said
    assert "in this computer's time (CE" in said


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b'{"small-exercise": 3}', b"\xff", b"[" * 10**5]
)
def test_without_a_date_nothing_is_claimed(handout, content):
    path = handout.root / RELEASED / due.FILE
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    assert due.read_due(handout.root) == {}
    table = as_html(read_progress(handout), "")
    assert "due" not in table.casefold() and "given more time" not in table


def test_a_time_without_a_zone_is_no_date():
    assert due.read(b'{"a": "2027-01-31T22:59:00", "b": null}') == {"b": None}


def test_an_update_brings_changed_dates_and_keeps_those_of_other_exercises(
    handout, tmp_path
):
    old = {EXERCISE: LATER, "an-earlier-exercise": BEFORE}
    (handout.root / RELEASED / due.FILE).write_bytes(due.as_file(old))
    newer = Handout(shutil.copytree(handout.root, tmp_path / "newer"))
    let_be_due(newer, LATER.replace(day=1))
    assert update(handout, newer.root).dates
    assert due.read_due(handout.root) == {
        EXERCISE: LATER.replace(day=1),
        "an-earlier-exercise": BEFORE,
    }
    let_be_due(newer, None)
    assert update(handout, newer.root).dates
    assert EXERCISE not in due.read_due(handout.root)
    assert not update(handout, newer.root).dates


# The zip file.


def test_the_handout_has_the_dates_of_its_exercises_in_the_courses_zone(tmp_path):
    course = make_course(tmp_path)
    with (course.root / "course_config.py").open("w", encoding="utf-8") as settings:
        settings.write('c = get_config()\nc.Deadlines.zone = "Europe/Berlin"\n')
    course = Course(course.root)
    set_due(course, [EXERCISE], "2027-01-31 23:59")
    dates = due_dates(course, [EXERCISE, "later-exercise"])
    assert json.loads(due.as_file(dates)) == {
        EXERCISE: "2027-01-31T22:59:00+00:00",
        "later-exercise": None,
    }
    assert f"{dates[EXERCISE]:%H:%M %Z}" == "23:59 CET"
    (course.root / "gradebook.db").unlink()
    assert due_dates(Course(course.root), [EXERCISE]) == {EXERCISE: None}
    assert not (course.root / "gradebook.db").exists()


def test_the_start_page_has_a_table_before_anything_ran(handout):
    table = shown(handout)
    assert f'<a href="{EXERCISE}/{EXERCISE}.ipynb">{TITLE_WORDS}</a>' in table
    assert "<td>Sun 31 Jan 2100, 22:59</td><td>not begun</td><td>0 of 7 + 2" in table
    assert "As handed out. Times are in UTC." in table


# What the student's own computer adds.


def test_the_start_page_follows_the_students_commands(handout):
    path = handout.root / START
    page = nbformat.read(path, as_version=4)
    page.cells[0].source += "\nmy own words <b>"
    nbformat.write(page, path)
    fetched = lay_feedback(handout, f"feedback/{SUBMITTED}/{EXERCISE}.html", "4.5")
    type_in(handout, "progress")
    table = shown(handout)
    assert "<td>Sun 31 Jan 2100, 23:59</td><td>not begun</td>" in table
    link = fetched.relative_to(handout.root).as_posix().replace(" ", "%20")
    assert f'<a href="{link.replace(":", "%3A")}">4.5 of 7</a>' in table
    assert nbformat.read(path, as_version=4).cells[0] == page.cells[0]
    before = path.stat().st_mtime_ns
    refresh(handout)
    assert path.stat().st_mtime_ns == before, "nothing has changed"


def test_what_is_in_the_way_of_the_start_page_stops_no_command(handout):
    path = handout.root / START
    for content in ("{", "[]", nbformat.writes(nbformat.v4.new_notebook())):
        path.write_text(content, encoding="utf-8")
        type_in(handout, "progress")
        assert path.read_text(encoding="utf-8") == content
    path.unlink()
    refresh(handout)
    (handout.root / "mine.ipynb").write_text("mine", encoding="utf-8")
    path.symlink_to("mine.ipynb")
    refresh(handout)
    assert path.is_symlink() and path.read_text(encoding="utf-8") == "mine"


def test_what_an_exchange_knows_is_shown(handout):
    [before] = read_progress(handout)
    assert before.submitted is None
    (handout.root / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "dp-2027"\n', encoding="utf-8"
    )
    cache = f"{jupyter_data_dir()}/nbgrader_cache"
    for name in (
        f"dp-2027/ada+{EXERCISE}+{SUBMITTED}",
        f"dp-2027/ada+{EXERCISE}+2027-01-29 19:15:00.000000 UTC",
        f"dp-2027/ada+another+{SUBMITTED.replace('30', '31')}",
        f"dp-2027/ada+{EXERCISE}+tomorrow",
        "dp-2027/ada",
        f"dp-2026/ada+{EXERCISE}+{SUBMITTED.replace('30', '31')}",
    ):
        os.makedirs(f"{cache}/{name}")
    assert "<td>Sat 30 Jan 2027, 20:15</td>" in as_html(read_progress(handout), "")
    for settings in ("c.CourseDirectory", "1 / 0", "\0", "c = get_config()"):
        (handout.root / "nbgrader_config.py").write_text(settings, encoding="utf-8")
        [progress] = read_progress(handout)
        assert progress.submitted is None


def test_the_newest_feedback_counts_wherever_it_lies(handout):
    folder = handout.root / EXERCISE

    def found():
        feedback = newest_feedback(folder, EXERCISE, TITLE_WORDS)
        return feedback and (feedback.link, feedback.points)

    assert found() is None
    lay_feedback(handout, "notes.html", "7", name="Somebody's notes")
    lay_feedback(handout, "feedback/2020-01-01 10:00:00 UTC/another.html", "7")
    assert found() is None
    fetched = f"feedback/{SUBMITTED}/{EXERCISE}.html"
    lay_feedback(handout, fetched, "4")
    lay_feedback(handout, fetched.replace("30", "29"), "3")
    assert found() == (f"{EXERCISE}/{fetched}", "4 of 7")
    saved = lay_feedback(handout, "<b>[red] Ü.html", "5.5", name=TITLE_WORDS)
    os.utime(saved, (LATER.timestamp(), LATER.timestamp()))
    assert found() == (f"{EXERCISE}/<b>[red] Ü.html", "5.5 of 7")
    table = as_html(read_progress(handout), "")
    assert "%3Cb%3E%5Bred%5D%20%C3%9C.html" in table and "<b>" not in table
    os.utime(saved, (0, 0))
    (folder / fetched).write_bytes(b"\xff\xfe")
    assert found() == (f"{EXERCISE}/{fetched}", "")
