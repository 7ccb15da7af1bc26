"""Tests and questions that were taken out of the count, so that nobody's points depend on them.

nbgrader adds up points and maximum by queries of its own. So a dropped test has a maximum of 0
and everybody has 0 points for it; the gradebook keeps beside it what would count otherwise.
"""

import difflib
from collections.abc import Iterator
from contextlib import contextmanager

from nbgrader.api import Grade, Gradebook, GradeCell, MissingEntry
from sqlalchemy import Boolean, Column, Float, String, Table, delete, insert, select

from grading.course import Course, CourseError
from grading.gradebook import OWN_TABLES, has_own, own_tables, transaction

DROPPED = Table(
    "dp_dropped",
    OWN_TABLES,
    *(Column(name, String(128), primary_key=True) for name in ("exercise", "test")),
    Column("points", Float, nullable=False),
)
SCORES = ("auto_score", "manual_score", "extra_credit")
KEPT = Table(
    "dp_dropped_grade",
    OWN_TABLES,
    Column("grade", String(32), primary_key=True),
    *(Column(name, String(128), nullable=False) for name in ("exercise", "test")),
    *(Column(name, Float) for name in SCORES),
    Column("needs_manual_grade", Boolean, nullable=False),
)


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


def dropped_in(gradebook: Gradebook, exercise: str) -> list[str]:
    """The tests and questions of an exercise that do not count."""
    if not has_own(gradebook, DROPPED):
        return []
    rows = gradebook.db.execute(
        select(DROPPED.c.test)
        .where(DROPPED.c.exercise == exercise)
        .order_by(DROPPED.c.test)
    )
    return [row.test for row in rows]


def refuse_dropped(gradebook: Gradebook, exercise: str, question: str) -> None:
    """Refuse to mark answers to a question that does not count."""
    if question in dropped_in(gradebook, exercise):
        raise CourseError(
            f"{question} of {exercise} was taken out of the count, so there is nothing to "
            f"mark. To count it again: grading drop-test {exercise} {question} --undo"
        )


def keep_points(gradebook: Gradebook, exercise: str, test: str, points: float) -> None:
    """Keep the points that a dropped test has in a new version of its exercise."""
    this = (DROPPED.c.exercise == exercise, DROPPED.c.test == test)
    own_tables(gradebook).execute(DROPPED.update().where(*this).values(points=points))


@contextmanager
def as_if_it_counted(
    gradebook: Gradebook, exercise: str, grade: Grade
) -> Iterator[None]:
    """Within, the points for a dropped test can be set anew; then they are kept, and are 0."""
    test = grade.name
    if grade.cell.max_score or test not in dropped_in(gradebook, exercise):
        yield
        return
    bring_back(gradebook, grade)
    yield
    put_away(gradebook, grade, exercise, test)


def find_cell(gradebook: Gradebook, exercise: str, test: str) -> GradeCell:
    """nbgrader's entry for a test or question; CourseError if there is none."""
    try:
        notebook = gradebook.find_notebook(exercise, exercise)
    except MissingEntry:
        raise CourseError(
            f"The gradebook does not know {exercise}. Enter it first: nbgrader "
            f"generate_assignment {exercise} --create --force"
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


def put_away(gradebook: Gradebook, grade: Grade, exercise: str, test: str) -> None:
    """Keep a submission's points for a test elsewhere, and give it 0."""
    row = {name: getattr(grade, name) for name in (*SCORES, "needs_manual_grade")}
    row |= {"grade": grade.id, "exercise": exercise, "test": test}
    gradebook.db.execute(insert(KEPT).values(row))
    grade.auto_score, grade.manual_score, grade.extra_credit = 0.0, None, None
    grade.needs_manual_grade = False


def bring_back(gradebook: Gradebook, grade: Grade) -> None:
    """Give a submission the points that were kept; what was typed since stays."""
    this = KEPT.c.grade == grade.id
    kept = gradebook.db.execute(select(KEPT).where(this)).one_or_none()
    if kept is None:
        return
    gradebook.db.execute(delete(KEPT).where(this))
    grade.auto_score = kept.auto_score
    if grade.extra_credit is None:
        grade.extra_credit = kept.extra_credit
    if grade.manual_score is None:
        grade.manual_score = kept.manual_score
        grade.needs_manual_grade = kept.needs_manual_grade


def restore(gradebook: Gradebook, exercise: str, cell: GradeCell) -> None:
    """Let a dropped test count again."""
    this = (DROPPED.c.exercise == exercise, DROPPED.c.test == cell.name)
    points = own_tables(gradebook).execute(select(DROPPED.c.points).where(*this))
    cell.max_score = points.scalar()
    for grade in grades_for(gradebook, cell):
        bring_back(gradebook, grade)
    forget(gradebook, exercise, cell.name)


def forget(gradebook: Gradebook, exercise: str, test: str) -> None:
    """Take a test's rows out, also of submissions that have been taken out since."""
    connection = own_tables(gradebook)
    for table in (DROPPED, KEPT):
        this = (table.c.exercise == exercise, table.c.test == test)
        connection.execute(delete(table).where(*this))
