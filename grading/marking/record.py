"""Marks by hand in nbgrader's gradebook, and beside them who gave which, when, and before it.

There is no second store of marks: points and comments are nbgrader's own. The table here only
remembers, so that a mark can be taken back, and so that two people see each other.
"""

import datetime
from dataclasses import dataclass

from nbgrader.api import Comment, Grade, Gradebook
from sqlalchemy import (
    Column,
    DateTime,
    Float,
    Integer,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)

from grading.course import Course, CourseError
from grading.decisions.dropped import refuse_dropped
from grading.gradebook import OWN_TABLES, own_tables, transaction
from grading.times import UTC

MARKS = Table(
    "dp_mark",
    OWN_TABLES,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime, nullable=False),
    Column("by", String(128), nullable=False),
    *(Column(name, String(128), nullable=False) for name in ("exercise", "question")),
    Column("student", String(128), nullable=False),
    *(Column(name, Float) for name in ("points", "points_before")),
    *(Column(name, Text) for name in ("comment", "comment_before")),
    Column("waited_before", Integer, nullable=False),
    Column("takes_back", Integer),  # the number of another row
)
OPEN = Table(
    "dp_open_answer",
    OWN_TABLES,
    Column("grade", String(32), primary_key=True),
    Column("by", String(128), nullable=False),
    Column("at", DateTime, nullable=False),
)
BANK = Table(
    "dp_comment_bank",
    OWN_TABLES,
    *(Column(name, String(128), primary_key=True) for name in ("exercise", "question")),
    Column("comment", Text, primary_key=True),
    Column("points", Float),
    Column("times", Integer, nullable=False),
)
# After so many, somebody who has opened an answer is taken to have left.
SECONDS_OPEN = 300


class AlreadyMarked(CourseError):
    """Somebody else has changed the mark since it was shown."""


@dataclass(frozen=True)
class Mark:
    """Points and comment of an answer, and whether it waits for another look."""

    points: float | None
    comment: str
    waits: bool
    by: str = ""
    at: datetime.datetime | None = None


def now() -> datetime.datetime:
    return datetime.datetime.now(UTC).replace(tzinfo=None)


def comment_of(gradebook: Gradebook, grade: Grade) -> Comment:
    """nbgrader's entry for the comment on the same answer."""
    place = place_of(grade)
    exercise = place["exercise"]
    return gradebook.find_comment(
        place["question"], exercise, exercise, place["student"]
    )


def find_grade(gradebook: Gradebook, key: str) -> Grade:
    """nbgrader's entry for an answer's points; CourseError if it has gone."""
    grade = gradebook.db.get(Grade, key)
    if grade is None:
        raise CourseError(
            "This answer is no longer in the gradebook: somebody has taken the submission "
            "out. Load the page anew."
        )
    return grade


def place_of(grade: Grade) -> dict[str, str]:
    """Exercise, question and student of an answer."""
    submission = grade.notebook.assignment
    return {
        "exercise": submission.assignment.name,
        "question": grade.name,
        "student": submission.student_id,
    }


def mark_there(gradebook: Gradebook, grade: Grade) -> Mark:
    """The mark as the gradebook has it; who gave it, if it was given on this page."""
    last = gradebook.db.execute(
        select(MARKS)
        .where(*(MARKS.c[name] == value for name, value in place_of(grade).items()))
        .order_by(MARKS.c.number.desc())
    ).first()
    comment = comment_of(gradebook, grade).manual_comment or ""
    who = {}
    if last and (last.points, last.comment) == (grade.manual_score, comment):
        who = {"by": last.by, "at": last.at}
    return Mark(grade.manual_score, comment, grade.needs_manual_grade, **who)


def version_of(mark: Mark) -> str:
    """What tells a mark from another one, for a page that has shown it."""
    return f"{mark.points}|{mark.waits}|{mark.comment}"


def give(
    course: Course, key: str, points: float | None, comment: str, by: str, version: str
) -> Mark:
    """Give an answer its mark. AlreadyMarked if it is not as the page has shown it."""
    with transaction(course) as gradebook:
        own_tables(gradebook)
        grade = find_grade(gradebook, key)
        place = place_of(grade)
        refuse_dropped(gradebook, place["exercise"], place["question"])
        check_points(points, grade.max_score)
        there = mark_there(gradebook, grade)
        if version_of(there) != version:
            who = there.by or "somebody, in the formgrader or by a new grading,"
            raise AlreadyMarked(
                f"Nothing was saved: {who} has changed this mark meanwhile. It is now "
                f"{said(there)}. Look at it, and give yours again if it should be another."
            )
        enter(gradebook, grade, there, points, comment, by)
        if comment:
            remember(gradebook, grade, comment, points)
        gradebook.db.flush()
        return mark_there(gradebook, grade)


def said(mark: Mark) -> str:
    points = "without points" if mark.points is None else f"{mark.points:g} points"
    return f"{points}, “{mark.comment}”" if mark.comment else points


def check_points(points: float | None, most: float) -> None:
    if points is not None and not 0 <= points <= most:  # also not a number
        raise CourseError(
            f"{points:g} points cannot be given: at least 0, at most {most:g}."
        )


def enter(
    gradebook: Gradebook,
    grade: Grade,
    there: Mark,
    points: float | None,
    comment: str,
    by: str,
    takes_back: int | None = None,
    waits: bool | None = None,
) -> None:
    """Enter a mark as nbgrader does, and a row that says what was before."""
    grade.manual_score = points
    grade.needs_manual_grade = points is None if waits is None else waits
    comment_of(gradebook, grade).manual_comment = comment or None
    row = place_of(grade) | {
        "at": now(),
        "by": by,
        "points": points,
        "comment": comment,
        "points_before": there.points,
        "comment_before": there.comment,
        "waited_before": int(there.waits),
        "takes_back": takes_back,
    }
    gradebook.db.execute(insert(MARKS).values(row))


def take_back(course: Course, exercise: str, question: str, by: str) -> str:
    """Take back this person's last mark of a question; the key of the answer.

    Marks that were given or changed since by somebody else stay.
    """
    with transaction(course) as gradebook:
        own_tables(gradebook)
        rows = gradebook.db.execute(
            select(MARKS)
            .where(MARKS.c.exercise == exercise, MARKS.c.question == question)
            .where(MARKS.c.by == by)
            .order_by(MARKS.c.number.desc())
        ).all()
        gone = {row.takes_back for row in rows}
        found = [r for r in rows if r.takes_back is None and r.number not in gone]
        if not found:
            raise CourseError(f"There is no mark of {by}'s to take back.")
        last = found[0]
        grade = gradebook.find_grade(question, exercise, exercise, last.student)
        there = mark_there(gradebook, grade)
        if (there.points, there.comment) != (last.points, last.comment):
            raise AlreadyMarked(
                "Nothing was taken back: the mark has been changed since, and is now "
                f"{said(there)}."
            )
        enter(
            gradebook,
            grade,
            there,
            last.points_before,
            last.comment_before,
            by,
            takes_back=last.number,
            waits=bool(last.waited_before),
        )
        return grade.id


def open_answer(course: Course, key: str, by: str) -> str:
    """Note that somebody looks at an answer; who else does, "" if nobody."""
    with transaction(course) as gradebook:
        own_tables(gradebook)
        there = gradebook.db.execute(select(OPEN).where(OPEN.c.grade == key)).first()
        since = now() - datetime.timedelta(seconds=SECONDS_OPEN)
        if there and there.by != by and there.at > since:
            return there.by
        gradebook.db.execute(delete(OPEN).where(OPEN.c.grade == key))
        gradebook.db.execute(delete(OPEN).where(OPEN.c.by == by))
        gradebook.db.execute(insert(OPEN).values(grade=key, by=by, at=now()))
        return ""


def remember(
    gradebook: Gradebook, grade: Grade, comment: str, points: float | None
) -> None:
    """Put a comment with its points into the bank, or count it once more."""
    place = place_of(grade)
    this = [
        BANK.c.exercise == place["exercise"],
        BANK.c.question == place["question"],
        BANK.c.comment == comment,
    ]
    times = gradebook.db.execute(select(BANK.c.times).where(*this)).scalar() or 0
    gradebook.db.execute(delete(BANK).where(*this))
    gradebook.db.execute(
        insert(BANK).values(
            exercise=place["exercise"],
            question=place["question"],
            comment=comment,
            points=points,
            times=times + 1,
        )
    )


def bank_of(gradebook: Gradebook, exercise: str, question: str) -> list[dict]:
    """The comments given so far, the most frequent first."""
    rows = gradebook.db.execute(
        select(BANK)
        .where(BANK.c.exercise == exercise, BANK.c.question == question)
        .order_by(BANK.c.times.desc(), BANK.c.comment)
    )
    return [{"comment": row.comment, "points": row.points} for row in rows]


def history(gradebook: Gradebook, exercise: str) -> list:
    """All marks of an exercise in the order in which they were given."""
    return list(
        own_tables(gradebook).execute(
            select(MARKS).where(MARKS.c.exercise == exercise).order_by(MARKS.c.number)
        )
    )
