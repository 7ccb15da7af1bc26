"""Rebuilding: the course's own notebook, hidden tests included, with a hand-in's answers."""

from dataclasses import dataclass, field
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from coursework.answers import MOST_BYTES, as_text, put_in, read_cells
from coursework.cells import is_solution
from grading.brought import describe
from grading.course import Course

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
    try:
        path, remark = find_notebook(folder, exercise)
        marks.reasons += [remark] if remark else []
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


def find_notebook(folder: Path, exercise: str) -> tuple[Path | None, str]:
    """The notebook in `folder`, and a remark if it does not have the exercise's name."""
    wanted = folder / f"{exercise}.ipynb"
    if is_in(folder, wanted):
        return wanted, ""
    others = [path for path in folder.glob("*.ipynb") if is_in(folder, path)]
    if not others:
        return None, f"there is no notebook among the files handed in, {wanted.name}"
    newest = max(others, key=lambda path: path.stat().st_mtime)
    which = ", the newest of several" if len(others) > 1 else ""
    return (
        newest,
        f"{as_text(newest.name)}{which} was taken, for there is no {wanted.name}",
    )


def is_in(folder: Path, path: Path) -> bool:
    """Is it a file in `folder`? A link could lead to what its author may not read."""
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


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
