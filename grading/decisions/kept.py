"""What dropped tests and questions would count: kept beside nbgrader's own entries.

nbgrader adds up points and maximum by queries of its own. So a dropped test has a maximum of 0
and everybody has 0 points for it, and the gradebook keeps elsewhere what would count otherwise.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from nbgrader.api import Grade, Gradebook
from sqlalchemy import Boolean, Column, Float, String, Table, delete, insert, select

from grading.gradebook import OWN_TABLES, has_own, own_tables

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


def forget(gradebook: Gradebook, exercise: str, test: str) -> None:
    """Take a test's rows out, also of submissions that have been taken out since."""
    connection = own_tables(gradebook)
    for table in (DROPPED, KEPT):
        this = (table.c.exercise == exercise, table.c.test == test)
        connection.execute(delete(table).where(*this))
