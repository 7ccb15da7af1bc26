"""A student's way: from the zip file through JupyterLab to the mark and the feedback.

The handout is unpacked into a new folder and installed into a new environment by the
commands of its own page. The exchange is a folder, as on a lab machine without a hub.
"""

import re
import subprocess
import time
import zipfile
from pathlib import Path

import nbformat
import pytest
from browser.accessibility import violations
from browser.conftest import MILLISECONDS, screenshot
from browser.menus import ERROR, choose, notebook_of, open_notebook, run_all
from pipeline.release_checks import REGION, lines
from playwright.sync_api import Page, expect
from shared import EXERCISE, copy_course_to_hand_out

from coursework.cells import is_test
from grading.deadlines.due import set_due
from grading.handout import FOLDER, write_handout
from grading.solutions import reference_cells
from grading.submission.folder import Submission
from grading.submission.mark import mark_of

TASK = "task1-numeric-derivative"
# What the course's own texts, figures and tables answer for; the rest is JupyterLab's.
CONTENT = (
    *("color-contrast", "heading-order", "empty-heading", "image-alt", "svg-img-alt"),
    *("link-name", "link-in-text-block", "list", "th-has-data-cells"),
)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course with one exercise, released to an exchange of its own."""
    folder = tmp_path_factory.mktemp("course")
    course = copy_course_to_hand_out(folder, EXERCISE)
    exchange = tmp_path_factory.mktemp("exchange")
    exchange.chmod(0o777)
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as settings:
        settings.write(f'\nc.Exchange.root = "{exchange}"\n')
    course.release(EXERCISE, into_gradebook=True)
    set_due(course, [EXERCISE], "2100-01-31 23:59", "UTC")
    return course


@pytest.fixture(scope="module")
def student(course, tmp_path_factory):
    """The student's folder, with an environment made as the handout's page says."""
    handout = tmp_path_factory.mktemp("student") / "handout.zip"
    write_handout(course, [EXERCISE], handout, lambda text: None, small_site)
    with zipfile.ZipFile(handout) as made:
        made.extractall(handout.parent)
    folder = handout.parent / FOLDER
    subprocess.run(["bash", "-ec", install_commands(folder)], cwd=folder, check=True)
    return folder


def small_site(folder: Path, tags: list[str]) -> None:
    """Stands for the course text, whose pages tests/site looks at."""
    style = '<link rel="stylesheet" href="style.css">'
    (folder / "index.html").write_text(f"<title>Text</title>{style}<h1>Text</h1>")
    (folder / "style.css").write_text("h1 { color: rgb(1, 2, 3) }")


def install_commands(folder: Path) -> str:
    """What the page tells to type on Linux, but for going to the folder."""
    page = (folder / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```sh\ncd ~/Downloads/dp-course\n(.*?)```", page, re.DOTALL)
    return block[1]


@pytest.fixture(scope="module")
def lab(student, start_lab):
    return start_lab(student, python=student / ".venv" / "bin" / "python")


def test_from_the_start_page_to_the_feedback(page, lab, course, student, run):
    open_start_page(page, lab)
    run_all_and_see_the_first_check_fail(page)
    solve_task_1_and_see_its_checks_pass(page, course)
    validate(page)
    submit(page, course, run)
    grade(course, run)
    read_feedback(page, course, student)
    see_the_points_on_the_start_page(page, lab)


def open_start_page(page: Page, lab) -> None:
    page.goto(lab.url("lab/tree/Start.ipynb"))
    link = page.get_by_role("link", name="Part 1.1 · Automatic differentiation with")
    link.first.wait_for()
    shown = page.locator(".jp-OutputArea-output")
    expect(shown).to_contain_text("in this computer's time (UTC)")
    row = shown.get_by_role("row").nth(1)
    for text in ("Sun 31 Jan 2100, 23:59", "not begun", "0 of 24"):
        expect(row).to_contain_text(text)
    screenshot(page, "student-1-start-page")
    assert violations(page, ".jp-Notebook", CONTENT) == []
    with page.expect_popup() as text:
        page.get_by_role("link", name="chapters to read").click()
    heading = text.value.get_by_role("heading", name="Text")
    expect(heading).to_have_css("color", "rgb(1, 2, 3)")
    text.value.close()
    notebook_of(page).get_by_role("button", name="Validate").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Start.ipynb is none of the course's notebooks")
    dialog.get_by_role("button", name="Ok").click()
    link.first.click()
    notebook_of(page).get_by_role("heading", name="Part 1.1 · ").wait_for()
    screenshot(page, "student-3-exercise")


def scroll_to(page: Page, wanted):
    """Scroll from the top until `wanted` is there: JupyterLab draws what is on the screen."""
    panel = notebook_of(page).locator(".jp-WindowedPanel-outer")
    until = time.monotonic() + MILLISECONDS / 1000
    while not wanted.count() and time.monotonic() < until:
        place = panel.evaluate(
            "p => { const end = p.scrollTop + p.clientHeight >= p.scrollHeight - 1;"
            " p.scrollTop = end ? 0 : p.scrollTop + p.clientHeight / 2;"
            " return p.scrollTop }"
        )
        page.wait_for_timeout(300 if place else 600)
    wanted.first.scroll_into_view_if_needed()
    return wanted


def cell_with(page: Page, text: str):
    """The code cell in which `text` stands."""
    return notebook_of(page).locator(".jp-CodeCell", has_text=text).first


def run_all_and_see_the_first_check_fail(page: Page) -> None:
    run_all(page)
    error = scroll_to(page, notebook_of(page).locator(ERROR))
    expect(error).to_contain_text("write your solution here, in place of this line")
    expect(error).to_contain_text("got = numeric_derivative(lambda x: x**3")
    screenshot(page, "student-4-first-check-fails")


def solve_task_1_and_see_its_checks_pass(page: Page, course) -> None:
    cell = scroll_to(page, cell_with(page, "def numeric_derivative(f, x"))
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(reference_cells(course, EXERCISE)[TASK])
    run_all(page)
    # The next error is in task 2, so both checks of task 1 have passed, and say so.
    scroll_to(page, notebook_of(page).locator(ERROR, has_text="Node"))
    check = scroll_to(page, cell_with(page, "got = numeric_derivative(lambda x: x**3"))
    expect(check.locator(".jp-OutputArea-output")).to_have_text("passed\n")
    screenshot(page, "student-5-task-1-solved")


def validate(page: Page) -> None:
    notebook_of(page).get_by_role("button", name="Validate").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(
        "2 of 19 visible checks passed. Hidden tests follow when it is graded."
    )
    expect(dialog).to_contain_text(
        "task2-add-multiply-test-values: NotImplementedError"
    )
    expect(dialog).not_to_contain_text("task1-")
    expect(dialog).to_contain_text("It is due Sunday, 31 January 2100, 23:59 UTC (in")
    screenshot(page, "student-6-validated")
    assert violations(page, ".coursework-report", CONTENT) == []
    dialog.get_by_role("button", name="Ok").click()


def submit(page: Page, course, run) -> None:
    """Through the assignment list, which finds the exercise in the student's own folder."""
    run("nbgrader", "release_assignment", EXERCISE, folder=course.root)
    choose(page, "Nbgrader", "Assignment List")
    fetched = page.locator("#fetched_assignments_list")
    fetched.get_by_role("button", name="Submit").click()
    submitted = page.locator("#submitted_assignments_list")
    expect(submitted).to_contain_text(EXERCISE)
    screenshot(page, "student-7-submitted")


def grade(course, run) -> None:
    run("nbgrader", "collect", EXERCISE, folder=course.root)
    run("grading", "autograde", EXERCISE, folder=course.root)
    [student] = course.handed_in(EXERCISE)
    mark = mark_of(Submission(course, EXERCISE, student))
    assert (mark.points, mark.max_points, mark.status) == (2, 24, "graded")
    run("nbgrader", "release_feedback", EXERCISE, folder=course.root)


def read_feedback(page: Page, course, student) -> None:
    page.locator("#refresh_assignments_list").click()
    page.get_by_role("button", name="Fetch Feedback").click()
    page.get_by_text("(view feedback)").click()
    page.get_by_role("listitem", name=f"{EXERCISE}.html").dblclick()
    title = "Part 1.1 · Automatic differentiation with scalars: 2 of 24 points"
    frame = page.frame_locator("iframe")
    frame.get_by_role("heading", name=title).wait_for()
    screenshot(page, "student-8-feedback")
    [path] = student.glob(f"{EXERCISE}/feedback/*/{EXERCISE}.html")
    source = course.read_notebook("source", EXERCISE)
    tests = "\n".join(cell.source for cell in source.cells if is_test(cell))
    hidden = lines("\n".join(REGION["hidden test"].findall(tests)))
    read = path.read_text(encoding="utf-8")
    assert hidden and not [line for line in hidden if len(line) > 20 and line in read]
    page.goto(path.as_uri())
    page.get_by_role("heading", name=title).wait_for()
    screenshot(page, "student-9-feedback-alone")
    assert violations(page) == []


def see_the_points_on_the_start_page(page: Page, lab) -> None:
    """Nobody has run its cell: JupyterLab has brought the table up to date."""
    page.goto(lab.url("lab/tree/Start.ipynb?reset"))
    shown = notebook_of(page).locator(".jp-OutputArea-output")
    row = shown.get_by_role("row").nth(1)
    received = row.get_by_role("link", name="2 of 24")
    received.wait_for()
    expect(row).to_contain_text("2 of 19")
    expect(shown).to_contain_text("handed in")
    prompt = notebook_of(page).locator(".jp-CodeCell .jp-InputPrompt")
    expect(prompt).to_have_text("[ ]:")
    screenshot(page, "student-2-points-on-the-start-page")
    assert violations(page, ".jp-OutputArea-output", CONTENT) == []
    notebook_of(page).locator(".jp-CodeCell .cm-content").click()
    page.keyboard.press("Shift+Enter")
    expect(prompt).to_have_text("[1]:")
    received.click()
    heading = page.frame_locator("iframe").get_by_role("heading", level=1)
    expect(heading).to_contain_text("2 of 24 points")


def test_a_whole_notebook_shows_its_figures_and_mathematics(page, lab, course, student):
    """All solved: every figure has a text, headings are in order, hints open."""
    solved = reference_cells(course, EXERCISE)
    folder = student / "solved"
    folder.mkdir()
    notebook = nbformat.read(student / EXERCISE / f"{EXERCISE}.ipynb", as_version=4)
    for cell in notebook.cells:
        cell.source = solved.get(cell.id, cell.source)
    nbformat.write(notebook, folder / f"{EXERCISE}.ipynb")
    open_notebook(page, lab, folder / f"{EXERCISE}.ipynb")
    notebook_of(page).get_by_role("heading", name="Part 1.1 · ").wait_for()
    run_all(page)
    last = notebook_of(page).locator(".jp-CodeCell .jp-InputPrompt").last
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    expect(last).to_have_text(f"[{len(code)}]:")
    for hint in notebook_of(page).locator("summary").all():
        hint.click()
    expect(notebook_of(page).locator("mjx-container").first).to_be_visible()
    # The first figure in a new environment says on stderr that fonts are being looked for.
    error = notebook_of(page).locator(ERROR, has_text="Traceback")
    expect(error).to_have_count(0)
    figure = notebook_of(page).locator(".jp-RenderedImage img").nth(1)
    expect(figure).to_have_attribute(
        "alt", re.compile("^The forward pass, which computes the values")
    )
    screenshot(page, "student-solved-notebook")
    assert violations(page, ".jp-Notebook", CONTENT) == []
