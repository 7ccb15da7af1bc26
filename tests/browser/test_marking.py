"""Marking 54 written answers by keyboard, and what a second assistant sees."""

import nbformat
import pytest
from browser.accessibility import violations
from browser.conftest import screenshot
from pipeline.small_course import EXERCISE, QUESTION, RIGHT, make_course
from playwright.sync_api import Page, expect

from grading.course import Course
from grading.solutions import fill_in
from grading.submission.folder import Submission
from grading.submission.rebuild import rebuild
from grading.submission.save import save

STUDENTS = [f"student{number:02}" for number in range(54)]
ANSWERS = [  # none is near another
    "Because every value counts once, and their sum is shared evenly.",
    "I do not know <script>document.title = 'hacked'</script> ![](https://example.org/a.png)",
    "A mean lies in the middle: $\\frac{a + b}{2}$.",
]


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    """A course with 54 answers of three kinds, saved as grading saves them."""
    course = make_course(tmp_path_factory.mktemp("course"))
    for number, student in enumerate(STUDENTS):
        submission = Submission(course, EXERCISE, student)
        path = course.notebook_path("submitted", EXERCISE, student)
        path.parent.mkdir(parents=True)
        answer = {QUESTION: ANSWERS[number % 3]}
        release = course.read_notebook("release", EXERCISE)
        nbformat.write(fill_in(release, RIGHT | answer), path)
        save(submission, rebuild(submission).notebook)
    return course


@pytest.fixture(scope="module")
def lab(start_lab, course):
    return start_lab(course.root)


def marks(course: Course) -> dict[str, tuple[float | None, str | None]]:
    """Points and comments by hand, as they stand in the gradebook."""
    found = {}
    with course.nbgrader.gradebook as gradebook:
        for student in STUDENTS:
            names = (QUESTION, EXERCISE, EXERCISE, student)
            grade = gradebook.find_grade(*names)
            assert grade.needs_manual_grade == (grade.manual_score is None)
            comment = gradebook.find_comment(*names).manual_comment
            found[student] = (grade.manual_score, comment)
    return found


def kind_shown(page: Page) -> int:
    text = page.locator("#answer").inner_text()
    [kind] = [n for n, answer in enumerate(ANSWERS) if answer[:12] in text]
    return kind


def shown(page: Page) -> str:
    return page.locator("body").get_attribute("data-shown") or ""


def go_on(page: Page, *keys: str) -> None:
    """Press keys, and wait until another answer is there."""
    before = shown(page)
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("body")).not_to_have_attribute("data-shown", before)


def test_54_answers_are_marked_by_keyboard(page, lab, course):
    response = page.goto(lab.url("grading/marking"))
    assert "default-src 'none'" in response.headers["content-security-policy"]
    row = page.locator("tr", has_text="Why is it called the mean?")
    expect(row.locator("td")).to_have_text(["2", "54", "54"])
    screenshot(page, "marking-1-overview")
    assert violations(page) == []
    row.get_by_role("link").click()
    expect(page.locator("#place")).to_have_text(
        "Answer 1 of 54, one of 18 nearly equal ones. Waiting: 54."
    )
    page.get_by_label("Your name").fill("Emmy")
    page.keyboard.press("Escape")
    assert "student" not in page.locator("#place").inner_text()

    mark_all_but_one(page)
    page.keyboard.press("1")
    page.keyboard.press(",")
    expect(page.locator("#points")).to_have_value("1.5")
    last = kind_shown(page)
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_have_text("This was the last one.")
    assert page.title() != "hacked"
    check_marks(course, last)

    page.keyboard.press("u")
    expect(page.locator("#notice")).to_have_text("Your last mark is taken back.")
    assert [mark for mark in marks(course).values() if mark[0] is None] == [
        (None, None)
    ]
    screenshot(page, "marking-3-taken-back")
    assert violations(page) == []
    page.set_viewport_size({"width": 420, "height": 900})
    screenshot(page, "marking-4-narrow")


POINTS = {0: "2", 1: "0", 2: "1"}
COMMENTS = {0: "Right.", 1: "Read the text again.", 2: "Of two values only."}


def mark_all_but_one(page: Page) -> None:
    """The first of each kind gets a comment, the others take it from the list."""
    given = set()
    for number in range(53):
        kind = kind_shown(page)
        if kind not in given:
            given.add(kind)
            not_loaded = page.get_by_text(
                "https://example.org/a.png, which is not loaded"
            )
            expect(not_loaded).to_have_count(int(kind == 1))
            page.keyboard.press(POINTS[kind])
            page.keyboard.press("c")
            page.keyboard.type(COMMENTS[kind])
            screenshot(page, f"marking-2-kind-{kind}")
            go_on(page, "Control+Enter")
        else:
            page.keyboard.press("c")
            page.keyboard.type(COMMENTS[kind][:4])
            expect(page.locator("#bank li")).to_have_count(1)
            go_on(page, "Alt+1", "Control+Enter")
        expect(page.locator("#place")).to_contain_text(f"Waiting: {53 - number}.")


def check_marks(course: Course, last: int | None) -> None:
    """The gradebook has each kind's points; one of the kind `last` has 1.5."""
    for number, (student, mark) in enumerate(marks(course).items()):
        kind = number % 3
        if kind == last and mark[0] == 1.5:
            last = None  # one of them
            assert mark == (1.5, None)
        else:
            assert mark == (float(POINTS[kind]), COMMENTS[kind]), student
    assert last is None


def test_a_second_assistant_is_told(page, lab, course):
    address = lab.url(f"grading/marking/{EXERCISE}/{QUESTION}")
    other = page.context.new_page()
    for tab, name in ((page, "Emmy"), (other, "David")):
        tab.goto(address)
        expect(tab.locator("#place")).to_contain_text("Answer")
        tab.get_by_label("Your name").fill(name)
        tab.get_by_label("Your name").press("Tab")
        tab.keyboard.press("Escape")
    expect(other.locator("#also")).to_have_text("Emmy is looking at this answer, too.")
    key = shown(page)
    assert shown(other) == key
    with page.expect_response(lambda answered: answered.url.endswith("/mark")):
        page.keyboard.press("2")
        page.keyboard.press("Enter")
    other.keyboard.press("0")
    other.keyboard.press("Enter")
    expect(other.locator("#notice")).to_contain_text(
        "Emmy has changed this mark meanwhile"
    )
    expect(other.locator("#notice")).to_contain_text("You had typed: 0.")
    expect(other.locator("#points")).to_have_value("2")
    with course.nbgrader.gradebook as gradebook:
        [student] = [
            student
            for student in STUDENTS
            if gradebook.find_grade(QUESTION, EXERCISE, EXERCISE, student).id == key
        ]
    assert marks(course)[student][0] == 2
