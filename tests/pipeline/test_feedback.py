"""What students read of their graded hand-ins: their own cells, and no hidden test."""

import datetime
import re
import zoneinfo

import nbformat
import pytest
from bs4 import BeautifulSoup
from pipeline.drawn import page_of
from shared import EXERCISES, ROOT, copy_course
from traitlets.config import Config

from coursework.cells import is_test
from grading.course import Course, CourseError
from grading.execution.execute import judge
from grading.submission.contact import contact_in
from grading.submission.expectations import Entry, WhatToExpect
from grading.submission.feedback import for_student, hidden_lines, redact
from grading.submission.tasks import tasks_in, title_of

COURSE = Course(ROOT)


@pytest.fixture(params=EXERCISES)
def graded(request):
    """An exercise's notebook after grading, where every test has failed and quotes itself."""
    notebook = COURSE.read_notebook("source", request.param)
    for count, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "code":
            cell.execution_count = count
        if is_test(cell):
            quoted = f"Cell In[{count}], line 1\n----> 1 {cell.source}"
            cell.outputs = [
                nbformat.v4.new_output("stream", name="stdout", text=cell.source),
                nbformat.v4.new_output(
                    "error",
                    ename="ValueError",
                    evalue=f"a hand-in quotes:\n{cell.source}",
                    traceback=[quoted, f"ValueError: {cell.source}"],
                ),
            ]
            judge(cell, "error", None)
    return notebook


def test_no_line_of_a_hidden_test_is_left(graded):
    tests = "\n".join(cell.source for cell in graded.cells if is_test(cell))
    for cell in graded.cells:
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get(
            "solution"
        ):
            # A hand-in that shows what it could read.
            cell.outputs = [
                nbformat.v4.new_output("stream", name="stdout", text=tests),
                nbformat.v4.new_output("display_data", {"text/plain": repr(tests)}),
            ]
    hidden = hidden_lines(graded)
    assert len(hidden) >= 20
    # Solutions and texts may share a line with a test.
    known = "\n".join(cell.source for cell in graded.cells if not is_test(cell))
    shown = "\n".join(strings_in(for_student(graded)))
    assert not [line for line in hidden if line in shown and line not in known]


def strings_in(value):
    """All texts in a notebook, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings_in(part)


def test_every_test_has_a_sentence_and_neither_source_nor_output(graded):
    tests = [cell for cell in for_student(graded).cells if is_test(cell)]
    assert len(tests) == sum(is_test(cell) for cell in graded.cells)
    for cell in tests:
        assert cell.source == "" and cell.outputs == []
        assert cell.metadata.result.passed is False
        assert cell.metadata.result.sentence.startswith("ValueError: a hand-in quotes")


def test_every_task_has_its_heading(graded):
    titles = [
        re.search(r"^## (Task .+)$", cell.source, re.MULTILINE)
        for cell in graded.cells
        if cell.cell_type == "markdown"
    ]
    wanted = [found.group(1) for found in titles if found]
    shown = [cell.source for cell in for_student(graded).cells]
    assert wanted and [title for title in shown if title in wanted] == wanted


def test_redacting_reaches_every_depth():
    line = "assert secret(3) == 17"
    shown = {"data": {"text/plain": [f"x {line} y", "harmless"]}, "number": 3}
    assert redact(shown, [line]) == {
        "data": {"text/plain": ["x [a line of a hidden test] y", "harmless"]},
        "number": 3,
    }
    colored = "\x1b[31massert\x1b[0m secret(3) == 17"
    assert "secret" not in redact(colored, [line])


# The page


def cell_of(task: str, passed: bool | None = None, **marks):
    """A test that has passed or failed, or a written answer."""
    marks = {"grade": True, "points": 2, "score": 0, "grade_id": task} | marks
    if passed is None:
        return nbformat.v4.new_markdown_cell(
            "because", metadata={"nbgrader": marks | {"solution": True}}
        )
    result = {"passed": passed, "sentence": "" if passed else "wrong", "where": []}
    marks |= {"solution": False, "score": 2 * passed}
    return nbformat.v4.new_code_cell("", metadata={"nbgrader": marks, "result": result})


def heading_of(title: str):
    return nbformat.v4.new_markdown_cell(title, metadata={"heading": True})


SHOWN = nbformat.v4.new_notebook(
    cells=[
        *(heading_of("Task 1 · Right (2 points, about 10 min)"), cell_of("a", True)),
        *(heading_of("Task 2 · Waits"), cell_of("b", waits=True)),
        *(heading_of("Task 3 · Wrong (4 points)"), cell_of("c", True)),
        *(cell_of("d", False), heading_of("Task 4 · Marked"), cell_of("e", score=1)),
        *(heading_of("Task 5 · Praised"), cell_of("f", score=2, comment="Well done!")),
    ]
)


def test_what_failed_comes_first_and_what_is_right_last():
    tasks = tasks_in(SHOWN)
    assert [(task.title, task.score, task.points) for task in tasks] == [
        ("Task 3 · Wrong", 2, 4),
        ("Task 2 · Waits", 0, 2),
        ("Task 4 · Marked", 1, 2),
        ("Task 5 · Praised", 2, 2),
        ("Task 1 · Right", 2, 2),
    ]
    assert [task.is_done for task in tasks] == [False] * 4 + [True]


def test_a_table_of_tasks_leads_down_and_what_has_passed_is_folded():
    soup = BeautifulSoup(page_of(*SHOWN.cells, template="feedback-page"), "html.parser")
    rows = [
        [" ".join(cell.text.split()) for cell in row.find_all(["th", "td"])]
        for row in soup.select(".tasks tbody tr")
    ]
    assert rows == [
        ["Task 3 · Wrong", "2 of 4", "✘ 1 of 2 checks failed"],
        ["Task 2 · Waits", "0 of 2", "not marked yet"],
        ["Task 4 · Marked", "1 of 2", ""],
        ["Task 5 · Praised", "2 of 2", "with a comment"],
        ["Task 1 · Right", "2 of 2", "✔ 1 check passed"],
    ]
    titles = [heading.text for heading in soup.find_all("h2")]
    assert titles == [row[0] for row in rows]
    for link, title in zip(soup.select(".tasks a"), titles, strict=True):
        assert soup.find(id=link["href"].lstrip("#")).text == title
    folded = {mark.code.text for mark in soup.select("details .passed")}
    assert folded == {"a", "c"} and not soup.select("details .failed")
    assert [mark.code.text for mark in soup.select(".failed")] == ["d"]


def page_with(tmp_path, *lines: str) -> str:
    """The page of a course whose own settings have these lines."""
    (tmp_path / "source").mkdir()
    text = "\n".join(["c = get_config()", *lines])
    (tmp_path / "course_config.py").write_text(text, encoding="utf-8")
    contact = contact_in(copy_course(tmp_path).settings)
    return page_of(cell_of("a", True), template="feedback-page", contact=contact)


def test_the_page_says_whom_to_ask_until_when(tmp_path):
    asked = page_with(
        tmp_path,
        'c.Questions.contact = "Emmy <b> <emmy@example.org>"',
        "c.Questions.days = 14",
        'c.Deadlines.zone = "Pacific/Auckland"',
    )
    zone = zoneinfo.ZoneInfo("Pacific/Auckland")
    end = datetime.datetime.now(zone) + datetime.timedelta(days=14)
    link = '&lt;<a href="mailto:emmy@example.org">emmy@example.org</a>&gt;'
    assert f"Ask Emmy &lt;b&gt; {link}, until {end:%d %B %Y}." in asked


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('c.Questions.contact = "me"', "Ask me."),
        ("c.Questions.days = 1", "Ask your instructors, until "),
        ("", ""),
    ],
)
def test_the_page_claims_no_contact_and_no_date_that_nobody_has_set(
    tmp_path, line, words
):
    page = page_with(tmp_path, line)
    assert words in page
    assert ("graded wrongly?" in page) == bool(words)


def test_a_setting_that_cannot_be_is_refused_in_a_sentence():
    settings = Config(Questions={"days": -1})
    with pytest.raises(CourseError, match="at least 0"):
        contact_in(settings)


DUE = datetime.datetime(2027, 1, 31, 22, 59)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Entry(None), ("", "", "", "")),
        (Entry(DUE), ("31 January 2027, 23:59 CET", "", "", "")),
        (
            Entry(DUE, DUE + datetime.timedelta(minutes=2), 120.0),
            (
                *("31 January 2027, 23:59 CET", "01 February 2027, 00:01 CET"),
                *("2 minutes", ""),
            ),
        ),
        (
            Entry(DUE, DUE, extension=datetime.timedelta(days=2)),
            (*("31 January 2027, 23:59 CET",) * 2, "", "2 days"),
        ),
    ],
)
def test_times_as_a_person_says_them(entry, said):
    step = WhatToExpect(config=Config(Deadlines={"zone": "Europe/Berlin"}))
    assert tuple(step.times(entry).values()) == said


def test_the_title_is_the_courses_own():
    cells = [
        nbformat.v4.new_markdown_cell("# Mine", id="added-1"),
        nbformat.v4.new_markdown_cell("A word.\n\n# Part 9 · Ours\n\n## Task 1"),
    ]
    assert title_of(nbformat.v4.new_notebook(cells=cells)) == "Part 9 · Ours"
    assert title_of(nbformat.v4.new_notebook(cells=cells[:1])) == ""
