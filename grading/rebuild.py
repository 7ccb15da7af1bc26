"""Rebuilding: the course's own notebook, hidden tests included, with a hand-in's answers."""

from dataclasses import dataclass, field
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from coursework.answers import MOST_BYTES, put_in, read_cells
from coursework.cells import is_solution
from grading.brought import describe
from grading.course import Course
from grading.times import read_stamp
from grading.which_notebook import find_notebook, is_in

MOST_FILES = 100


@dataclass
class Rebuilt:
    """What is executed for a hand-in.

    ``notebook.metadata.grading`` holds its ``status`` (graded, missing, malformed) and
    ``reasons``, a list of sentences that the student may read.
    """

    notebook: NotebookNode
    files: dict[str, bytes] = field(default_factory=dict)


def rebuild(course: Course, exercise: str, folder: Path) -> Rebuilt:
    """The notebook of `exercise` with the answers that were handed in in `folder`."""
    released = course.read_notebook("release", exercise)
    notebook = blank(course.read_notebook("source", exercise), released)
    marks = notebook.metadata.setdefault("grading", NotebookNode())
    marks.status, marks.reasons = "graded", []
    if remark := read_stamp(folder).remark:
        marks.reasons.append(remark)
    try:
        path, remarks = find_notebook(course, exercise, folder)
        marks.reasons += remarks
        if path is None:
            marks.status = "missing"
            return Rebuilt(notebook)
        cells = read_cells(path)
        files, remark = read_files(folder)
    except (ValueError, OSError, RecursionError) as error:
        marks.status = "malformed"
        marks.reasons.append(
            f"the hand-in cannot be read as a notebook ({error}): save it in JupyterLab "
            "and hand it in once more"
        )
        return Rebuilt(notebook)
    marks.files = describe(files)
    marks.reasons += [remark] if remark else []
    marks.reasons += put_in(notebook, cells, released)
    return Rebuilt(notebook, files)


def blank(source: NotebookNode, released: NotebookNode) -> NotebookNode:
    """`source` with its hidden tests, but with the solution cells as `released`."""
    stubs = {cell.id: cell for cell in released.cells}
    for place, cell in enumerate(source.cells):
        if is_solution(cell):
            source.cells[place] = stubs[cell.id]
        elif cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return source


def read_files(folder: Path) -> tuple[dict[str, bytes], str]:
    """The files beside the notebook, which its cells may read, and a remark on the rest."""
    files, size = {}, 0
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts)
        if hidden or path.suffix == ".ipynb" or not is_in(folder, path):
            continue
        size += path.stat().st_size
        if len(files) == MOST_FILES or size > MOST_BYTES:
            return files, (
                f"of the files beside the notebook only the first {len(files)} were "
                f"used: at most {MOST_FILES} files and {MOST_BYTES // 2**20} MiB are"
            )
        files[str(name)] = path.read_bytes()
    return files, ""
