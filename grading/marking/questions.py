"""The questions that a person marks, with their text and their mark scheme from ``source/``."""

import re
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode
from nbgrader.utils import is_grade, is_solution

from coursework.cells import heading
from grading.course import Course, CourseError

SCHEME = re.compile(
    r"^[^\n]*BEGIN MARK SCHEME[^\n]*\n(.*?)^[^\n]*END MARK SCHEME",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Question:
    """A question of an exercise. `text`, `scheme` and `example` are Markdown."""

    exercise: str
    grade_id: str
    title: str
    max_points: float
    text: str
    scheme: str


def questions_in(course: Course, exercise: str) -> list[Question]:
    """The questions of an exercise that are marked by hand."""
    cells = course.read_notebook("source", exercise).cells
    return [
        question_at(exercise, cells, place)
        for place, cell in enumerate(cells)
        if is_marked_by_hand(cell)
    ]


def find_question(course: Course, exercise: str, grade_id: str) -> Question:
    """One question; CourseError if there is none."""
    if exercise in course.exercises:
        for question in questions_in(course, exercise):
            if question.grade_id == grade_id:
                return question
    raise CourseError(f"There is no question {grade_id!r} in an exercise {exercise!r}.")


def is_marked_by_hand(cell: NotebookNode) -> bool:
    return bool(is_grade(cell) and is_solution(cell))


def question_at(exercise: str, cells: list[NotebookNode], place: int) -> Question:
    """The question whose answer is the cell at `place`: all text since the last heading."""
    marks = cells[place].metadata.nbgrader
    first = max((i for i in range(place) if heading(cells[i])), default=place)
    texts = [cell.source for cell in cells[first:place] if cell.cell_type == "markdown"]
    # A cell may end one task and begin the next.
    text = re.sub(
        r"\A.*?(?=^## )", "", "\n\n".join(texts), flags=re.MULTILINE | re.DOTALL
    )
    return Question(
        exercise,
        marks.grade_id,
        heading(cells[first]) or marks.grade_id,
        marks.points,
        text,
        "\n\n".join(SCHEME.findall(cells[place].source)).strip()
        or "There is no mark scheme in source/.",
    )
