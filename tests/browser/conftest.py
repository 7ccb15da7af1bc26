"""A real JupyterLab and a real browser, which tell when something goes wrong in them.

Each test fails, too, where the browser's console says something or a request leaves this
machine; each file of tests fails where the log of its JupyterLab holds an error. What was
on the screen is kept in ``artefacts/``.
"""

import contextlib
import re
import shutil
import sys
from pathlib import Path

import pytest
from browser.jupyterlab import Lab, running_lab
from browser.watched import Watch
from playwright.sync_api import Browser, Page, expect, sync_playwright

ARTEFACTS = Path(__file__).parent / "artefacts"
# For whatever is waited for: wide, for it costs nothing where the machine is fast.
MILLISECONDS = 600_000
expect.set_options(timeout=MILLISECONDS)

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    # Whatever a page asks for, nothing leaves this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium, without a window.

    It ends with its file of tests: while Playwright works, nothing else in this process can
    run an event loop (so tests beside it grade by the command, not by `autograde.run`).
    """
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "There is no Chromium here. Run: make test, which installs it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, request):
    """A page in a new profile. The test fails, too, if anything goes wrong in the page."""
    watch = Watch()
    context = browser.new_context(
        viewport={"width": 1400, "height": 1000}, locale="en-GB"
    )
    context.set_default_timeout(MILLISECONDS)
    watch.over(context)
    page = context.new_page()
    yield page
    if watch.faults or getattr(request.node, "failed", False):
        screenshot(page, f"failed-{request.node.name}")
    context.close()
    if watch.faults:
        pytest.fail("\n".join(watch.faults), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Tell the fixture `page` how its test went."""
    report = yield
    if call.when == "call":
        item.failed = report.failed
    return report


@pytest.fixture(scope="module")
def start_lab(tmp_path_factory, request):
    """A function that starts JupyterLab in a folder; it runs until the file's tests end.

    ``start_lab(folder, python=..., options=(...), home=..., NAME="value")``: see
    `running_lab`. At the end its log may hold no error.
    """
    labs: list[Lab] = []
    with contextlib.ExitStack() as running:

        def start(folder: Path, python=sys.executable, home=None, **more) -> Lab:
            name = f"{Path(request.node.name).stem}-{len(labs) + 1}.log"
            home = home or tmp_path_factory.mktemp("home")
            lab = running_lab(folder, home, ARTEFACTS / name, python, **more)
            labs.append(running.enter_context(lab))
            return labs[-1]

        yield start
    if troubles := [trouble for lab in labs for trouble in lab.troubles()]:
        pytest.fail("\n".join(troubles), pytrace=False)


def screenshot(page: Page, name: str) -> Path:
    """Keep what is on the screen as ``artefacts/NAME.png``, all of a page that scrolls."""
    path = ARTEFACTS / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower()).strip('-')}.png"
    path.parent.mkdir(exist_ok=True)
    page.screenshot(path=path, full_page=True)
    return path
