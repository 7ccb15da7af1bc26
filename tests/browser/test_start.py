"""The instructor's start page, and the report that it leads to."""

import datetime

import pytest
from browser.accessibility import violations
from browser.conftest import screenshot
from pipeline.small_course import EXERCISE, QUESTION, make_course
from playwright.sync_api import Page, expect

from grading.course import Course
from grading.deadlines.due import set_due
from grading.report import write_report

TITLE = "A small exercise"


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    """A course whose exercise was due yesterday; one answer waits, and it has a report."""
    course = make_course(tmp_path_factory.mktemp("course"))
    yesterday = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    set_due(course, [EXERCISE], f"{yesterday:%Y-%m-%d %H:%M} UTC")
    with course.nbgrader.gradebook as book:
        book.add_student("ada", first_name="Ada", last_name="<b>Lovelace")
        book.add_student("bob", first_name="Bob")
        book.add_submission(EXERCISE, "ada", timestamp=yesterday)
        for one in book.find_submission_notebook(EXERCISE, EXERCISE, "ada").grades:
            one.auto_score = None if one.name == QUESTION else one.max_score
            one.needs_manual_grade = one.name == QUESTION
        book.db.commit()
    write_report(course, [EXERCISE], course.root / "report.html", lambda text: None)
    return course


def fits(page: Page) -> bool:
    """Is nothing wider than the window, as a phone shows it?"""
    page.set_viewport_size({"width": 420, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return wide <= 420


def test_what_comes_next_and_the_ways_to_it(page, start_lab, course):
    lab = start_lab(course.root)
    page.goto(lab.url("grading"))
    week = page.get_by_role("region", name=TITLE)
    expect(week).to_contain_text("Handed in: 1.")
    expect(week).to_contain_text("Mark 1 answer.")
    expect(week.locator("code")).to_have_text("grading mark")
    expect(page.locator(".exercises tbody td").nth(2)).to_have_text("1")
    screenshot(page, "start-1-wide")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    assert fits(page)
    screenshot(page, "start-2-narrow-and-dark")

    page.get_by_role("link", name="Report").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Grading report")
    assert violations(page) == []
    assert fits(page)
    screenshot(page, "start-3-report-narrow")
    page.go_back()
    week.get_by_role("link", name="Mark here").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Marking written answers")
    page.get_by_role("link", name="What comes next").click()
    expect(week).to_be_visible()
