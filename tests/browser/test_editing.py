"""An author's way in JupyterLab: what editing a notebook of source/ keeps, and what not."""

import copy

import pytest
from browser.conftest import screenshot
from browser.menus import choose, open_notebook, save
from nbformat.v4 import new_code_cell
from playwright.sync_api import Locator, Page, expect
from shared import EXERCISE, copy_course

from grading.course import Course

TEST = "task1-numeric-derivative-test-values"


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    return copy_course(tmp_path_factory.mktemp("course"), EXERCISE)


@pytest.fixture(scope="module")
def lab(start_lab, course):
    return start_lab(course.root)


@pytest.fixture
def author(page, lab, course):
    """The page with the notebook open, and the notebook as it was before."""
    path = course.notebook_path("source", EXERCISE)
    content = path.read_bytes()
    before = course.read_notebook("source", EXERCISE)
    open_notebook(page, lab, path)
    yield page, before
    path.write_bytes(content)


def place_of(notebook, grade_id: str) -> int:
    return [cell.id for cell in notebook.cells].index(grade_id)


def without_pixels(notebook) -> list:
    """The cells, with each picture's format in place of the picture.

    Another processor rounds otherwise, and a figure that shows it is another picture.
    """
    cells = copy.deepcopy(notebook.cells)
    for cell in cells:
        for output in cell.get("outputs", []):
            for kind in output.get("data", {}):
                if kind.startswith("image/"):
                    output.data[kind] = kind
    return cells


def cell_at(page: Page, place: int) -> Locator:
    return page.locator(".jp-Notebook .jp-Cell").nth(place)


def test_typing_running_and_saving_keeps_ids_points_and_metadata(author, course):
    page, before = author
    place = place_of(before, "setup")
    cell_at(page, place).locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n# typed in JupyterLab")
    choose(page, "Run", "Run All Cells")
    count = sum(cell.cell_type == "code" for cell in before.cells)
    last = page.locator(".jp-CodeCell .jp-InputPrompt").last
    expect(last).to_have_text(f"[{count}]:")
    save(page)

    after = course.read_notebook("source", EXERCISE)
    wanted = copy.deepcopy(before)
    wanted.cells[place].source += "\n# typed in JupyterLab"
    # Cells with their ids, metadata and sources, and all outputs as they were.
    assert without_pixels(after) == without_pixels(wanted)
    # JupyterLab notes the version of Python, and nothing else.
    assert after.metadata.language_info.pop("version")
    assert after.metadata == before.metadata


def test_the_panel_shows_ids_and_points_and_saves_new_points(author, course):
    page, before = author
    open_panel(page)
    marks = [cell.metadata.get("nbgrader", {}) for cell in before.cells]
    assert values(page, "CellId") == [mark.get("grade_id", "") for mark in marks]
    assert values(page, "CellPoints") == [str(mark.get("points", 0)) for mark in marks]
    total = page.locator(".nbgrader-TotalPointsInput")
    expect(total).to_have_value("24")

    place = place_of(before, TEST)
    points = page.locator(".nbgrader-CellPoints input").nth(place)
    points.fill("3")
    points.press("Tab")
    expect(total).to_have_value("26")
    points.scroll_into_view_if_needed()
    screenshot(page, "author-1-create-assignment")
    save(page)
    wanted = copy.deepcopy(before)
    wanted.cells[place].metadata.nbgrader.points = 3
    assert course.read_notebook("source", EXERCISE).cells == wanted.cells


def test_a_copied_cell_has_the_same_grade_id_and_saving_says_so(author, course, run):
    page, before = author
    open_panel(page)  # without it, nothing is said
    place = place_of(before, TEST)
    cell_at(page, place).locator(".jp-InputPrompt").click()
    choose(page, "Edit", "Copy Cell")
    choose(page, "Edit", "Paste Cell Below")
    save(page)
    warning = page.get_by_role("dialog")
    expect(warning).to_contain_text("Duplicate nbgrader cell ID")
    expect(warning).to_contain_text(TEST)
    screenshot(page, "author-2-copied-cell")
    warning.get_by_role("button", name="Ok").click()

    # It is saved nevertheless: with an id of its own, but the grade_id of the other.
    cells = course.read_notebook("source", EXERCISE).cells
    original, copied = cells[place : place + 2]
    assert copied.id not in {cell.id for cell in before.cells}
    assert copied.metadata.nbgrader == original.metadata.nbgrader
    refused = run(
        *("nbgrader", "generate_assignment", EXERCISE, "--create"),
        folder=course.root,
        expect=1,
    )
    assert f"Duplicate grade id: {TEST}" in refused.stderr

    # The panel's "-" makes a plain cell of it.
    kind = page.locator(".nbgrader-CellType select").nth(place + 1)
    kind.select_option(label="-")
    save(page)
    [plain] = course.read_notebook("source", EXERCISE).cells[place + 1 : place + 2]
    assert (plain.id, plain.source) == (copied.id, original.source)
    assert "nbgrader" not in plain.metadata


def test_a_new_cell_needs_no_mark_from_the_panel(author, course):
    """A cell of explanation that an author adds is no business of nbgrader's."""
    page, before = author
    place = place_of(before, "setup")
    cell_at(page, place).locator(".jp-InputPrompt").click()
    page.keyboard.press("b")
    page.keyboard.press("Enter")
    page.keyboard.type("1 + 1")
    save(page)
    added = course.read_notebook("source", EXERCISE).cells.pop(place + 1)
    assert added == new_code_cell("1 + 1", id=added.id)
    course.release(EXERCISE, into_gradebook=False)
    assert course.read_notebook("release", EXERCISE).cells[place + 1] == added


def open_panel(page: Page) -> None:
    choose(page, "Nbgrader", "Create assignment")
    page.locator(".nbgrader-CellWidget").first.wait_for()


def values(page: Page, part: str) -> list[str]:
    """What stands in the panel's fields of a kind, cell by cell."""
    fields = page.locator(f".nbgrader-{part} input")
    return fields.evaluate_all("fields => fields.map(field => field.value)")
