"""The table in ``Start.ipynb``, which is seen without running a cell.

It lies there as the output of the cell that shows it, so that a student's own words in the
page are never touched.
"""

import copy
from collections.abc import Sequence

import nbformat
from nbformat.notebooknode import NotebookNode

from coursework.handout import START, Handout
from coursework.progress import Progress, read_progress
from coursework.table import as_html, as_of_today
from coursework.whole_file import whole

CELL = "progress"  # its id


def put_in(page: NotebookNode, progress: Sequence[Progress], note: str) -> None:
    """Let the page show this table."""
    for cell in page.cells:
        if cell.get("id") == CELL and cell.cell_type == "code":
            lines = [f"{one.title}: {one.passed} of {one.checks}" for one in progress]
            shown = {
                "text/html": as_html(progress, note),
                "text/plain": "\n".join(lines),
            }
            cell.outputs = [nbformat.v4.new_output("display_data", shown)]


def refresh(handout: Handout, progress: Sequence[Progress] | None = None) -> None:
    """Bring the table in the student's start page up to date, with this `progress` if given.

    It is a courtesy: where the page is not there, cannot be read or written, or a link, it
    stays as it is.
    """
    path = handout.root / START
    if path.is_symlink() or not path.is_file():
        return
    try:
        page = nbformat.read(path, as_version=4)
        before = copy.deepcopy(page.cells)
        put_in(page, progress or read_progress(handout), as_of_today())
        if page.cells != before:
            with whole(path) as half:
                nbformat.write(page, half)
    except Exception:  # noqa: BLE001 (nbformat raises what it meets)
        return
