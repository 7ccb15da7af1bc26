"""Which answers wait for a mark by hand: those without one, and those changed since.

nbgrader asks for a new look at every answer that was marked whenever it is graded again. Here
the gradebook also keeps what was marked, so that an unchanged answer never waits again.
"""

import hashlib

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import SaveAutoGrades
from nbgrader.utils import is_solution
from sqlalchemy import Column, MetaData, String, Table, Text, delete, insert, select

KEY = ("exercise", "question", "student")
ANSWERS = Table(
    "dp_answer",
    MetaData(),
    *(Column(name, String(128), primary_key=True) for name in KEY),
    Column("text", Text, nullable=False),
    Column("marked", Text),  # the text that was marked last
)


class SaveAutoGradesAnew(SaveAutoGrades):
    """As SaveAutoGrades, but what has not changed since it was marked does not wait again."""

    def _add_score(self, cell: NotebookNode, resources) -> None:
        key = (self.assignment_id, cell.metadata.nbgrader.grade_id, self.student_id)
        grade = self.gradebook.find_grade(key[1], self.notebook_id, key[0], key[2])
        waited, by_test = grade.needs_manual_grade, grade.auto_score
        super()._add_score(cell, resources)
        has_changed = waited or grade.auto_score != by_test
        if is_solution(cell):
            was_marked = grade.manual_score is not None and not waited
            text = text_of(cell)
            has_changed = text != keep(self.gradebook, key, text, was_marked)
        if grade.manual_score is not None:
            grade.needs_manual_grade = has_changed
        self.gradebook.db.commit()


def waits(
    needs_manual_grade: bool, by_test: float | None, by_hand: float | None
) -> bool:
    """Does a cell with these entries in the gradebook wait for a mark by hand?

    nbgrader also says so of tests that have not run yet.
    """
    return needs_manual_grade and (by_test is None or by_hand is not None)


def keep(
    gradebook: Gradebook, key: tuple[str, ...], text: str, was_marked: bool
) -> str | None:
    """Keep an answer's text; gives the text that was marked, None if none was."""
    row = dict(zip(KEY, key, strict=True))
    this = [ANSWERS.c[name] == value for name, value in row.items()]
    connection = gradebook.db.connection()
    ANSWERS.create(connection, checkfirst=True)
    there = connection.execute(select(ANSWERS).where(*this)).one_or_none()
    # What was marked before there was this table is taken for what is here now.
    before = there.text if there else text
    marked = before if was_marked else there.marked if there else None
    if there is None or (there.text, there.marked) != (text, marked):
        connection.execute(delete(ANSWERS).where(*this))
        connection.execute(
            insert(ANSWERS).values(row | {"text": text, "marked": marked})
        )
    return marked


def marked_text(gradebook: Gradebook, key: tuple[str, ...]) -> str | None:
    """The text of an answer as it was when it was marked last, as far as it is known."""
    connection = gradebook.db.connection()
    ANSWERS.create(connection, checkfirst=True)
    this = [ANSWERS.c[name] == value for name, value in zip(KEY, key, strict=True)]
    return connection.execute(select(ANSWERS.c.marked).where(*this)).scalar()


def texts_of(gradebook: Gradebook, exercise: str, question: str) -> dict[str, str]:
    """The answers to a question, by student, as they were graded last."""
    connection = gradebook.db.connection()
    ANSWERS.create(connection, checkfirst=True)
    rows = connection.execute(
        select(ANSWERS).where(
            ANSWERS.c.exercise == exercise, ANSWERS.c.question == question
        )
    )
    return {row.student: row.text for row in rows}


def text_of(cell: NotebookNode) -> str:
    """What of an answer a mark is for: its text and its pictures."""
    pictures = [
        f"[picture {name}, {hashlib.sha256(str(data).encode()).hexdigest()[:12]}]"
        for name, data in sorted(cell.get("attachments", {}).items())
    ]
    return "\n".join([cell.source, *pictures])
