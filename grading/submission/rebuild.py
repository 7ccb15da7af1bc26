"""Rebuilding: the course's own notebook, hidden tests included, with a submission's answers."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field

from nbformat.notebooknode import NotebookNode

from coursework.answers import as_text, put_in, read_notebook
from coursework.cells import is_solution
from coursework.terminal import in_one_line
from grading.pictures import attach_pictures
from grading.safe_html import missing_pictures
from grading.submission.brought import arrived, describe, unused_files
from grading.submission.folder import Submission
from grading.submission.which_notebook import find_notebook
from grading.verdict import Status, Verdict


@dataclass
class Rebuilt:
    """What is executed for a submission, with a verdict: graded, or one that is unread."""

    notebook: NotebookNode
    files: dict[str, bytes] = field(default_factory=dict)


def rebuild(submission: Submission) -> Rebuilt:
    """The exercise's notebook with the answers that were handed in.

    OSError: a file cannot be read by whoever grades, which is not the student's mistake.
    """
    course, exercise = submission.course, submission.exercise
    try:
        name, remarks = find_notebook(submission)
        if name is None:
            return unread(submission, Status.MISSING, remarks)
        handed_in = read_notebook(submission.folder / name)
        reasons = [*remarks, *handed_in.remarks]
        released = course.read_notebook("release", exercise)
        other = course.releases.exercise_of(handed_in.cells, exercise)
        if other not in ("", exercise):
            words = f"{name.name} is the notebook of {other}, not of {exercise}"
            return unread(submission, Status.ANOTHER_EXERCISE, [words])
        notebook = blank(course.read_notebook("source", exercise), released)
        reasons += put_in(notebook, handed_in.cells, released)
        files, remark = submission.read_files()
    except (ValueError, RecursionError) as error:
        words = f"the submission cannot be read as a notebook: {error}"
        return unread(submission, Status.MALFORMED, [words])
    too_many = {str(name) for name in submission.files} - set(files)
    reasons += [remark, *attach_pictures(notebook, files, too_many)]
    reasons += missing_pictures(notebook)
    reasons += unused_files(submission, name, files, notebook)
    verdict_on(submission, Status.GRADED, reasons, describe(files)).write(notebook)
    return Rebuilt(notebook, files)


def unread(submission: Submission, status: Status, reasons: list[str]) -> Rebuilt:
    """The notebook without any answer, and why."""
    course, exercise = submission.course, submission.exercise
    released = course.read_notebook("release", exercise)
    notebook = blank(course.read_notebook("source", exercise), released)
    verdict_on(submission, status, reasons).write(notebook)
    return Rebuilt(notebook)


def verdict_on(
    submission: Submission, status: Status, reasons: list[str], files: Iterable = ()
) -> Verdict:
    """The verdict before anything was executed."""
    reasons = [submission.stamp.remark, *reasons]
    return Verdict(
        status,
        [in_one_line(as_text(reason)) for reason in reasons if reason],
        arrived=arrived(submission),
        files=list(files),
    )


def blank(source: NotebookNode, released: NotebookNode) -> NotebookNode:
    """`source` with its hidden tests, but with the solution cells as `released`."""
    stubs = {cell.id: copy.deepcopy(cell) for cell in released.cells}
    for place, cell in enumerate(source.cells):
        if is_solution(cell):
            source.cells[place] = stubs[cell.id]
        elif cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return source
