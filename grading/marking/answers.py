"""The answers to a question, as the graded notebooks have them, for the page that shows one."""

import difflib
import functools
import html
import random
from collections import Counter
from dataclasses import dataclass

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Gradebook,
    SubmittedAssignment,
    SubmittedNotebook,
)

from coursework.cells import ADDED, heading
from grading.course import Course, CourseError
from grading.marking.alike import groups
from grading.marking.questions import Question
from grading.safe_html import text_as_html
from grading.submission.folder import Submission
from grading.submission.marked import answers_to, text_of, waits

NO_NOTEBOOK = "Its graded notebook is not in autograded/: grade it again."


@dataclass(frozen=True)
class Entry:
    """An answer in the list: `key` names it without naming its student."""

    key: str
    student: str
    group: int
    alike: int
    waits: bool
    points: float | None


def grades_to(gradebook: Gradebook, question: Question) -> list[tuple[Grade, str]]:
    """nbgrader's entries for the answers to a question, each with its student."""
    return [
        (grade, student)
        for grade, student in gradebook.db.query(Grade, SubmittedAssignment.student_id)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(
            SubmittedAssignment,
            SubmittedNotebook.assignment_id == SubmittedAssignment.id,
        )
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .filter(Assignment.name == question.exercise)
        .filter(BaseCell.name == question.grade_id)
        .order_by(SubmittedAssignment.student_id)
    ]


def entries(gradebook: Gradebook, question: Question) -> list[Entry]:
    """All answers, those that are alike together, else in an order that no name decides."""
    found = grades_to(gradebook, question)
    # The same order whenever the page is loaded.
    random.Random(question.grade_id).shuffle(found)
    texts = answers_to(gradebook, question.exercise, question.grade_id)
    numbers = groups([texts.get(student, ("", None))[0] for _, student in found])
    sizes = Counter(numbers)
    first: dict[int, int] = {}
    for place, number in enumerate(numbers):
        first.setdefault(number, place)
    listed = [
        Entry(
            grade.id,
            student,
            number,
            sizes[number],
            waits(grade),
            grade.manual_score if grade.manual_score is not None else grade.auto_score,
        )
        for (grade, student), number in zip(found, numbers, strict=True)
    ]
    return sorted(listed, key=lambda one: first[one.group])


def answer_cells(
    course: Course, question: Question, student: str
) -> list[NotebookNode]:
    """The answer's cell, and what the student has added under the same heading."""
    path = Submission(course, question.exercise, student).graded
    return under_its_heading(
        read_cells(str(path), path.stat().st_mtime_ns) if path.is_file() else [],
        question.grade_id,
    )


@functools.lru_cache(32)  # a notebook may bring pictures
def read_cells(path: str, time: int) -> list[NotebookNode]:
    """The cells of a graded notebook in which a student can have answered in words."""
    cells = nbformat.read(path, as_version=4).cells
    for cell in cells:
        if cell.cell_type == "code":
            cell.outputs = []
    return cells


def under_its_heading(cells: list[NotebookNode], grade_id: str) -> list[NotebookNode]:
    own: list[NotebookNode] = []
    is_here = False
    for cell in cells:
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("grade_id") == grade_id:
            own, is_here = [*own, cell], True
        elif cell.get("id", "").startswith(ADDED):
            own.append(cell)
        elif heading(cell):
            if is_here:
                return own
            own = []
    return own if is_here else []


def shown(
    course: Course, question: Question, gradebook: Gradebook, grade: Grade
) -> dict:
    """What the page shows of one answer."""
    student = grade.notebook.assignment.student_id
    cells = answer_cells(course, question, student)
    if not cells:
        return {"html": f"<p><em>{NO_NOTEBOOK}</em></p>", "before": ""}
    parts = []
    for cell in cells:
        is_added = cell.get("id", "").startswith(ADDED)
        label = "<p class='added'>A cell that was added:</p>" if is_added else ""
        body = (
            text_as_html(cell)
            if cell.cell_type == "markdown"
            else f"<pre>{html.escape(cell.source)}</pre>"
        )
        parts.append(f"{label}<div class='cell'>{body}</div>")
    [answer] = [c for c in cells if not c.get("id", "").startswith(ADDED)]
    return {
        "html": "".join(parts),
        "before": difference(gradebook, question, student, answer, grade),
    }


def difference(
    gradebook: Gradebook,
    question: Question,
    student: str,
    answer: NotebookNode,
    grade: Grade,
) -> str:
    """How an answer differs from the one that was marked, as HTML; "" if it does not."""
    known = answers_to(gradebook, question.exercise, question.grade_id)
    _, before = known.get(student, ("", None))
    now = text_of(answer)
    if before is None or before == now or not grade.needs_manual_grade:
        return ""
    lines = []
    for line in difflib.ndiff(before.splitlines(), now.splitlines()):
        kind = {"- ": "del", "+ ": "ins", "  ": "span"}.get(line[:2])
        if kind:
            lines.append(f"<{kind}>{html.escape(line[2:])}</{kind}>")
    return "\n".join(lines)


def refuse_without_answers(found: list[Entry], question: Question) -> None:
    if not found:
        raise CourseError(
            f"Nobody's answer to {question.grade_id} is in the gradebook yet. Grade first: "
            f"grading autograde {question.exercise}"
        )
