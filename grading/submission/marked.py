"""Which answers wait for a mark by hand: those without one, and those changed since.

nbgrader asks for a new look at every answer that was marked whenever it is graded again. Here
the gradebook also keeps what was marked, so that an unchanged answer never waits again.
"""

import hashlib

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Grade, Gradebook
from nbgrader.preprocessors import SaveAutoGrades
from nbgrader.utils import is_solution
from sqlalchemy import Column, String, Table, Text, delete, insert, select

from grading.decisions.kept import as_if_it_counted
from grading.gradebook import OWN_TABLES, own_tables

KEY = ("exercise", "question", "student")
ANSWERS = Table(
    "dp_answer",
    OWN_TABLES,
    *(Column(name, String(128), primary_key=True) for name in KEY),
    Column("text", Text, nullable=False),
    Column("marked", Text),  # the text that was marked last
)


class SaveAutoGradesAnew(SaveAutoGrades):
    """As SaveAutoGrades, but what has not changed since it was marked does not wait again.

    And what was taken out of the count stays out.
    """

    def _add_score(self, cell: NotebookNode, resources) -> None:
        key = (self.assignment_id, cell.metadata.nbgrader.grade_id, self.student_id)
        grade = self.gradebook.find_grade(key[1], self.notebook_id, key[0], key[2])
        with as_if_it_counted(self.gradebook, self.assignment_id, grade):
            self._score(grade, key, cell, resources)
        self.gradebook.db.commit()

    def _score(
        self, grade: Grade, key: tuple[str, ...], cell: NotebookNode, resources
    ) -> None:
        waited, by_test = grade.needs_manual_grade, grade.auto_score
        super()._add_score(cell, resources)
        has_changed = waited or grade.auto_score != by_test
        if is_solution(cell):
            was_marked = grade.manual_score is not None and not waited
            text = text_of(cell)
            has_changed = text != keep(self.gradebook, key, text, was_marked)
        if grade.manual_score is not None:
            grade.needs_manual_grade = has_changed


def waits(grade: Grade) -> bool:
    """Does a cell wait for a mark by hand? `grade` is nbgrader's entry, or a row of it.

    nbgrader also says so of tests that have not run yet.
    """
    is_without = grade.auto_score is None
    return grade.needs_manual_grade and (is_without or grade.manual_score is not None)


def keep(
    gradebook: Gradebook, key: tuple[str, ...], text: str, was_marked: bool
) -> str | None:
    """Keep an answer's text; gives the text that was marked, None if none was."""
    row = dict(zip(KEY, key, strict=True))
    this = [ANSWERS.c[name] == value for name, value in row.items()]
    connection = own_tables(gradebook)
    there = connection.execute(select(ANSWERS).where(*this)).one_or_none()
    # What was marked before there was this table is taken for what is here now.
    before = there.text if there else text
    marked = before if was_marked else there.marked if there else None
    connection.execute(delete(ANSWERS).where(*this))
    connection.execute(insert(ANSWERS).values(row | {"text": text, "marked": marked}))
    return marked


def answers_to(
    gradebook: Gradebook, exercise: str, question: str
) -> dict[str, tuple[str, str | None]]:
    """By student the answer that was graded last, and the one that was marked last, if known."""
    rows = own_tables(gradebook).execute(
        select(ANSWERS).where(
            ANSWERS.c.exercise == exercise, ANSWERS.c.question == question
        )
    )
    return {row.student: (row.text, row.marked) for row in rows}


def text_of(cell: NotebookNode) -> str:
    """What of an answer a mark is for: its text and its pictures."""
    pictures = [
        f"[picture {name}, {hashlib.sha256(str(data).encode()).hexdigest()[:12]}]"
        for name, data in sorted(cell.get("attachments", {}).items())
    ]
    return "\n".join([cell.source, *pictures])
