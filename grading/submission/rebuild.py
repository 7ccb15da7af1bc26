"""Rebuilding: the course's own notebook, hidden tests included, with a submission's answers."""

import copy
from dataclasses import dataclass, field
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from coursework.answers import MOST_BYTES, as_text, put_in, read_notebook
from coursework.cells import is_solution
from coursework.terminal import in_one_line
from grading.course import Course
from grading.pictures import attach_pictures
from grading.safe_html import missing_pictures
from grading.submission.brought import arrived, describe, files_handed_in, unused_files
from grading.submission.which_notebook import find_notebook, is_in
from grading.times import read_stamp

MOST_FILES = 100


@dataclass
class Rebuilt:
    """What is executed for a submission.

    ``notebook.metadata.grading`` holds its ``status`` (graded, or one of
    `coursework.cells.UNREADABLE`), ``reasons``, a list of sentences that the student may
    read, and ``arrived``, the files that were handed in.
    """

    notebook: NotebookNode
    files: dict[str, bytes] = field(default_factory=dict)


def rebuild(course: Course, exercise: str, folder: Path) -> Rebuilt:
    """The notebook of `exercise` with the answers that were handed in in `folder`."""
    try:
        path, remarks = find_notebook(course, exercise, folder)
        if path is None:
            return unreadable(course, exercise, folder, "missing", remarks)
        handed_in = read_notebook(path)
        reasons = [*remarks, *handed_in.remarks]
        released = course.read_notebook("release", exercise)
        other = course.releases.exercise_of(handed_in.cells, exercise)
        if other not in ("", exercise):
            words = f"{path.name} is the notebook of {other}, not of {exercise}"
            return unreadable(course, exercise, folder, "another exercise", [words])
        notebook = blank(course.read_notebook("source", exercise), released)
        reasons += put_in(notebook, handed_in.cells, released)
        files, remark = read_files(folder)
    except (ValueError, OSError, RecursionError) as error:
        words = f"the submission cannot be read as a notebook: {error}"
        return unreadable(course, exercise, folder, "malformed", [words])
    unread = {str(name) for name in files_handed_in(folder)} - set(files)
    reasons += [remark, *attach_pictures(notebook, files, unread)]
    reasons += missing_pictures(notebook)
    reasons += unused_files(folder, path, files, notebook)
    note(notebook, folder, "graded", reasons)
    notebook.metadata.grading.files = describe(files)
    return Rebuilt(notebook, files)


def unreadable(
    course: Course, exercise: str, folder: Path, status: str, reasons: list[str]
) -> Rebuilt:
    """The notebook without any answer, and why."""
    released = course.read_notebook("release", exercise)
    notebook = blank(course.read_notebook("source", exercise), released)
    note(notebook, folder, status, reasons)
    return Rebuilt(notebook)


def note(notebook: NotebookNode, folder: Path, status: str, reasons: list[str]) -> None:
    marks = notebook.metadata.setdefault("grading", NotebookNode())
    marks.status = status
    reasons = [read_stamp(folder).remark, *reasons]
    marks.reasons = [in_one_line(as_text(reason)) for reason in reasons if reason]
    marks.arrived = arrived(folder)


def blank(source: NotebookNode, released: NotebookNode) -> NotebookNode:
    """`source` with its hidden tests, but with the solution cells as `released`."""
    stubs = {cell.id: copy.deepcopy(cell) for cell in released.cells}
    for place, cell in enumerate(source.cells):
        if is_solution(cell):
            source.cells[place] = stubs[cell.id]
        elif cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return source


def read_files(folder: Path) -> tuple[dict[str, bytes], str]:
    """The files beside the notebook, which its cells may read, and a remark on the rest."""
    files: dict[str, bytes] = {}
    size = 0
    for name in files_handed_in(folder):
        path = folder / name
        if path.suffix == ".ipynb" or not is_in(folder, path):
            continue
        size += path.stat().st_size
        if len(files) == MOST_FILES or size > MOST_BYTES:
            return files, (
                f"of the files beside the notebook only the first {len(files)} were "
                f"used: at most {MOST_FILES} files and {MOST_BYTES // 2**20} MiB are"
            )
        files[str(name)] = path.read_bytes()
    return files, ""
