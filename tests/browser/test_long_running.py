"""A cell that does not end: JupyterLab says so, and offers to interrupt it.

The page's clock is moved on, so that nobody waits for a minute, and what is tested is what
students get.
"""

import shutil
from pathlib import Path

import nbformat
import pytest
from browser.accessibility import violations
from browser.conftest import screenshot
from browser.menus import (
    ERROR,
    choose,
    notebook_of,
    open_notebook,
    run_all,
    wait_for_kernel,
)
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, expect
from shared import EXERCISE, ROOT

from grading.course import Course
from grading.solutions import fill_in, reference_cells

# How long they may take, as a clock shows it.
CHECK, CELL, AFTER_INTERRUPT = "00:20", "01:00", "00:10"
HOUR = "01:00:00"
TASK = "task7-order"
NEEDED = (
    "setup",
    "checks",
    "node",
    "known-graphs",
    "task7",
    TASK,
    f"{TASK}-test-order",
)
# It forgets stack.pop(), and calls nothing that the check could count.
WALK = """\
def topological_order(output):
    print("begun")
    stack = [output]
    while stack:
        node = stack[-1]
"""
LOOP = "print('begun')\nwhile True:\n    pass"
UNTIL_TOLD = """\
from pathlib import Path
print("begun")
while not Path("enough").exists():
    pass
"""
STUBBORN = """\
print("begun")
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        print("and on")
"""
SETTINGS = {
    "apputils-extension/themes": '{"adaptive-theme": true}',
    # All cells are drawn, wherever a slow page has scrolled to.
    "notebook-extension/tracker": '{"windowingMode": "none"}',
}


@pytest.fixture(scope="module")
def lab(start_lab, tmp_path_factory):
    """JupyterLab with the course's extension, as installing the students' wheel lays it."""
    home = tmp_path_factory.mktemp("home")
    extension = home / "data" / "labextensions" / "dp-coursework"
    shutil.copytree(ROOT / "coursework" / "labextension", extension)
    own = home / "config" / "lab" / "user-settings" / "@jupyterlab"
    for name, text in SETTINGS.items():
        place = own / f"{name}.jupyterlab-settings"
        place.parent.mkdir(parents=True)
        place.write_text(text, encoding="utf-8")
    folder = tmp_path_factory.mktemp("notebooks")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    return start_lab(folder, home=home)


@pytest.fixture
def page(page: Page) -> Page:
    """The page, with a clock that can be moved on."""
    page.clock.install()
    return page


@pytest.fixture
def show(page, lab):
    """A function that opens a notebook of such cells in the page, and runs them all."""

    def show_cells(name: str, *cells) -> None:
        path = lab.folder / f"{name}.ipynb"
        write(path, *cells)
        open_notebook(page, lab, path)
        run_all(page)

    return show_cells


def write(path: Path, *cells) -> None:
    """A notebook of such cells, which is opened without a question."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = new_notebook(cells=list(cells), metadata={"kernelspec": kernel})
    nbformat.write(notebook, path)


def exercise_with(walk: str) -> list:
    """The cells of the released part 1.1 that its task 7 needs, with that solution."""
    released = Course(ROOT).read_notebook("release", EXERCISE)
    return [cell for cell in fill_in(released, {TASK: walk}).cells if cell.id in NEEDED]


def prompt(page: Page, place: int):
    """What stands before a code cell: ``[*]:`` while it runs or waits."""
    return notebook_of(page).locator(".jp-CodeCell .jp-InputPrompt").nth(place)


def output_of(page: Page):
    return notebook_of(page).locator(".jp-OutputArea-output")


def wait_and_let_pass(page: Page, duration: str) -> None:
    """Let so much time pass once the endless cell runs."""
    expect(output_of(page)).to_contain_text("begun")
    page.clock.fast_forward(duration)


def told(page: Page):
    """The notifications that are seen."""
    return page.locator(".Toastify__toast")


def press_interrupt(page: Page) -> None:
    """By the keyboard."""
    told(page).get_by_role("button", name="Interrupt").focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_a_check_that_never_ends_is_told_and_interrupted(page, show, colors):
    page.emulate_media(color_scheme=colors)
    show(f"walk-{colors}", *exercise_with(WALK))
    wait_and_let_pass(page, CHECK)
    expect(told(page)).to_contain_text(
        "The check below “Task 7 · An order” has run for over 20 seconds. "
        "This check calls what you wrote: is there a loop that never ends?"
    )
    is_light = "true" if colors == "light" else "false"
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", is_light)
    assert violations(page, ".Toastify__toast") == []
    screenshot(page, f"long-running-check-{colors}")
    page.clock.fast_forward(HOUR)
    expect(told(page)).to_have_count(1)  # once in a run, and it stays

    press_interrupt(page)
    error = notebook_of(page).locator(ERROR)
    expect(error).to_contain_text("KeyboardInterrupt")
    expect(error).to_contain_text("node = stack[-1]")
    expect(told(page)).to_have_count(0)
    page.clock.fast_forward(HOUR)
    expect(told(page)).to_have_count(0)


def test_cells_that_end_are_no_news(page, show):
    solution = reference_cells(Course(ROOT), EXERCISE)[TASK]
    show("right", *exercise_with(solution), new_code_cell("1 / 0"))
    expect(prompt(page, 6)).to_have_text("[7]:")
    expect(notebook_of(page).locator(ERROR)).to_contain_text("ZeroDivisionError")
    page.clock.fast_forward(HOUR)
    expect(told(page)).to_have_count(0)


def test_a_cell_that_catches_the_interrupt_ends_with_its_kernel(page, show):
    show("stubborn", new_code_cell(STUBBORN), new_code_cell("'it waits'"))
    wait_and_let_pass(page, CELL)
    expect(told(page)).to_contain_text(
        "The cell in “stubborn.ipynb” has run for over a minute. "
        "Training can take that long; a loop that never ends does, too."
    )
    press_interrupt(page)
    expect(output_of(page)).to_contain_text("and on")
    page.clock.fast_forward(AFTER_INTERRUPT)
    expect(told(page)).to_have_text(
        "The cell in “stubborn.ipynb” still runs after the interrupt. "
        "To end it, choose Kernel → Restart Kernel."
    )
    screenshot(page, "long-running-cell-that-catches-the-interrupt")
    choose(page, "Kernel", "Restart Kernel")
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(told(page)).to_have_count(0)


def test_a_cell_that_waits_for_words_is_not_hurried(page, show):
    show("asks", new_code_cell("input('Your name? ')"))
    box = notebook_of(page).locator(".jp-Stdin-input")
    box.wait_for()
    page.clock.fast_forward(CELL)
    page.clock.fast_forward(CELL)
    expect(told(page)).to_have_count(0)
    box.fill("Ada")
    box.press("Enter")
    expect(prompt(page, 0)).to_have_text("[1]:")
    page.clock.fast_forward(HOUR)
    expect(told(page)).to_have_count(0)


def test_each_of_two_notebooks_has_its_own(page, show, lab):
    """Also where somebody runs a cell once more that still runs."""
    write(lab.folder / "other.ipynb", new_code_cell(UNTIL_TOLD))
    show("one", new_code_cell(LOOP))
    expect(output_of(page)).to_contain_text("begun")
    run_all(page)
    open_beside(page, "other.ipynb")
    run_all(page)
    wait_and_let_pass(page, CELL)
    for name in ("one", "other"):
        expect(told(page).filter(has_text=f"“{name}.ipynb”")).to_have_count(1)
    expect(told(page)).to_have_count(2)

    choose(page, "File", "Close Tab")
    page.get_by_role("dialog").get_by_role("button", name="Discard").click()
    expect(told(page)).to_have_count(1)
    expect(told(page)).to_contain_text("“one.ipynb”")
    told(page).get_by_role("button", name="Interrupt").click()
    wait_for_kernel(page)  # JupyterLab shows no error: the cell was to run once more
    expect(told(page)).to_have_count(0)
    # The other one's kernel has gone on without its notebook.
    (lab.folder / "enough").touch()
    open_beside(page, "other.ipynb")


def open_beside(page: Page, name: str) -> None:
    """Open another notebook, from the list of files, and wait for its kernel."""
    page.get_by_role("listitem", name=name).dblclick()
    tab = page.get_by_role("tab", name=name, selected=True)
    expect(tab).to_be_visible()
    wait_for_kernel(page)
