"""The watch over pages and logs notices what it is there for."""

from pathlib import Path

from browser.accessibility import violations
from browser.jupyterlab import Lab
from browser.watched import Watch

PAGE = """<!DOCTYPE html><html lang="en"><title>Faults</title>
<p style="color: #999; background: #fff">pale</p>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<script src="https://example.org/far.js"></script>
<script>
console.error("an error"); console.warn("a warning"); console.log("harmless");
console.warn("Plugin slow:plugin is taking too long to activate.");
setTimeout(() => { throw new Error("thrown"); document.title = "never"; });
setTimeout(() => { document.title = "done"; }, 1);
</script></html>"""

LOG = """\
[I 2026-01-01 12:00:00 ServerApp] fine
[W 2026-01-01 12:00:00 ServerApp] a warning
[NbGrader | ERROR] an error
Traceback (most recent call last):
ValueError: wrong
[W 2026-01-01 12:00:00 ServerApp] Notebook a.ipynb is not trusted
[W 2026-01-01 12:00:00 ServerApp] /home/ada/.~a.ipynb doesn't exist
"""


def test_a_page_tells_its_errors_and_what_would_leave_this_machine(browser, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    context = browser.new_context()
    watch = Watch()
    watch.over(context)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_function("document.title == 'done'")
    found = violations(page)
    context.close()
    noted = "\n".join(watch.faults)
    for fault in (
        "console error: an error",
        "console warning: a warning",
        "the page threw: thrown",
        "a request left this machine: https://example.org/far.js",
        "far.js failed: net::ERR_NAME_NOT_RESOLVED",
    ):
        assert fault in noted
    assert "harmless" not in noted and "too long to activate" not in noted
    assert [one.partition(":")[0] for one in found] == ["color-contrast", "image-alt"]


def test_a_log_tells_its_errors_and_warnings(tmp_path):
    log = tmp_path / "lab.log"
    log.write_text(LOG, "utf-8")
    troubles = Lab(Path(), "", "", log).troubles()
    assert troubles == LOG.splitlines()[1:5]
