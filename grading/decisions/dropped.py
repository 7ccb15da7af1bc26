"""Tests and questions that are taken out of the count, so that nobody's points depend on them."""

import difflib

from nbgrader.api import Grade, Gradebook, GradeCell, MissingEntry
from sqlalchemy import insert, select

from grading.course import Course, CourseError
from grading.decisions.kept import (
    DROPPED,
    bring_back,
    dropped_in,
    forget,
    put_away,
)
from grading.gradebook import has_own, own_tables, transaction


def drop(course: Course, exercise: str, test: str) -> int:
    """Let a test or question count for nobody, at once; for how many submissions."""
    with transaction(course) as gradebook:
        cell = find_cell(gradebook, exercise, test)
        if test in dropped_in(gradebook, exercise):
            # What was typed for it since in the formgrader goes, too.
            restore(gradebook, exercise, cell)
        row = {"exercise": exercise, "test": test, "points": cell.max_score}
        own_tables(gradebook).execute(insert(DROPPED).values(row))
        grades = grades_for(gradebook, cell)
        for grade in grades:
            put_away(gradebook, grade, exercise, test)
        cell.max_score = 0.0
        return len(grades)


def count_again(course: Course, exercise: str, test: str) -> int:
    """Let a dropped test count as before; for how many submissions."""
    with transaction(course) as gradebook:
        if test not in dropped_in(gradebook, exercise):
            find_cell(gradebook, exercise, test)
            raise CourseError(
                f"{test} of {exercise} was not taken out of the count. What was: grading "
                "drop-test"
            )
        try:
            cell = find_cell(gradebook, exercise, test)
        except CourseError:  # the exercise has lost it since
            forget(gradebook, exercise, test)
            return 0
        restore(gradebook, exercise, cell)
        return len(grades_for(gradebook, cell))


def read_dropped(course: Course) -> dict[tuple[str, str], float]:
    """What was dropped, by exercise and test, with the points that it had."""
    with course.nbgrader.gradebook as gradebook:
        if not has_own(gradebook, DROPPED):
            return {}
        rows = gradebook.db.execute(
            select(DROPPED).order_by(DROPPED.c.exercise, DROPPED.c.test)
        )
        return {(row.exercise, row.test): row.points for row in rows}


def refuse_dropped(gradebook: Gradebook, exercise: str, question: str) -> None:
    """Refuse to mark answers to a question that does not count."""
    if question in dropped_in(gradebook, exercise):
        raise CourseError(
            f"{question} of {exercise} was taken out of the count, so there is nothing to "
            f"mark. To count it again: grading drop-test {exercise} {question} --undo"
        )


def find_cell(gradebook: Gradebook, exercise: str, test: str) -> GradeCell:
    """nbgrader's entry for a test or question; CourseError if there is none."""
    try:
        notebook = gradebook.find_notebook(exercise, exercise)
    except MissingEntry:
        raise CourseError(
            f"The gradebook does not know {exercise}. Enter it first: grading enter "
            f"{exercise}"
        ) from None
    cells = {cell.name: cell for cell in notebook.grade_cells}
    if test not in cells:
        close = difflib.get_close_matches(test, cells, n=1)
        hint = f" Did you mean {close[0]}?" if close else ""
        raise CourseError(
            f"{exercise} has no test {test!r}.{hint} It has: {', '.join(sorted(cells))}."
        )
    return cells[test]


def grades_for(gradebook: Gradebook, cell: GradeCell) -> list[Grade]:
    return gradebook.db.query(Grade).filter(Grade.cell_id == cell.id).all()


def restore(gradebook: Gradebook, exercise: str, cell: GradeCell) -> None:
    """Let a dropped test count again."""
    this = (DROPPED.c.exercise == exercise, DROPPED.c.test == cell.name)
    points = own_tables(gradebook).execute(select(DROPPED.c.points).where(*this))
    cell.max_score = points.scalar()
    for grade in grades_for(gradebook, cell):
        bring_back(gradebook, grade)
    forget(gradebook, exercise, cell.name)
