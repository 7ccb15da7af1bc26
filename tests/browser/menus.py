"""JupyterLab's menus, and what people do with a notebook by them."""

import re
from pathlib import Path

from browser.jupyterlab import Lab
from playwright.sync_api import Locator, Page, expect

# JupyterLab shows an error as it shows text on stderr.
ERROR = '[data-mime-type="application/vnd.jupyter.stderr"]'

KERNEL_IS_IDLE = re.compile(r"(?<!No Kernel) \| Idle")


def open_lab(page: Page, lab: Lab) -> None:
    """Open JupyterLab with nothing but its launcher."""
    page.goto(lab.url("lab?reset"))
    page.locator(".jp-Launcher").wait_for()


def open_notebook(page: Page, lab: Lab, path: Path) -> None:
    """Open the notebook in JupyterLab, alone, and wait until its kernel is there."""
    page.goto(lab.url(f"lab/tree/{path.relative_to(lab.folder).as_posix()}?reset"))
    wait_for_kernel(page)


def wait_for_kernel(page: Page) -> None:
    """Until the notebook in front has one; before, its indicator says idle, too."""
    expect(page.locator("#jp-main-statusbar")).to_contain_text(KERNEL_IS_IDLE)


def choose(page: Page, menu: str, entry: str) -> None:
    """Choose an entry of one of JupyterLab's menus; keys may stand behind its name."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.get_by_role("menuitem", name=re.compile(rf"^{entry}\b")).first.click()


def run_all(page: Page) -> None:
    choose(page, "Run", "Run All Cells")


def notebook_of(page: Page) -> Locator:
    """The notebook that is in front."""
    return page.locator(".jp-NotebookPanel:visible")


def save(page: Page) -> None:
    """Save the notebook, and wait until the server has it."""
    with page.expect_response(
        lambda answer: answer.request.method == "PUT" and "/api/contents/" in answer.url
    ):
        choose(page, "File", "Save Notebook")
