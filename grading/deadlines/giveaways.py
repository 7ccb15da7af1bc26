"""What a handout would give away: a package in it that holds answers not yet handed in.

An exercise's notebook in source/ says in its metadata which package answers it:
``"answered_by": "dp"``.
"""

import datetime
from dataclasses import dataclass

from grading.course import Course, CourseError
from grading.deadlines.due import read_due
from grading.deadlines.extensions import read_extensions
from grading.deadlines.zone import SENTENCE, in_zone
from grading.gradebook import is_missing
from grading.imports import imports_of
from grading.times import UTC
from grading.words import some

KEY = "answered_by"


@dataclass(frozen=True)
class Giveaway:
    """An exercise that a package of others answers, and why it is too early for that."""

    exercise: str
    why: str
    package: str
    comes_with: tuple[str, ...]


def giveaways(course: Course, exercises: list[str]) -> list[Giveaway]:
    """What the packages of `exercises` answer, as far as somebody may still hand it in."""
    notebooks = {one: course.read_notebook("source", one) for one in course.exercises}
    imports = {one: imports_of(notebooks[one]) for one in exercises}
    found = []
    for exercise, notebook in notebooks.items():
        package = notebook.metadata.get(KEY, "")
        bring = tuple(one for one in exercises if package in imports[one])
        if bring and (why := why_early(course, exercise)):
            found.append(Giveaway(exercise, why, package, bring))
    return found


def why_early(course: Course, exercise: str) -> str:
    """Why somebody may still hand `exercise` in; "" if nobody may in time."""
    due = None if is_missing(course) else read_due(course).get(exercise)
    if due is None:
        return "no due date"
    more = [
        (time, student)
        for (student, name), time in read_extensions(course).items()
        if name == exercise
    ]
    longest, student = max(more, default=(datetime.timedelta(), ""))
    if due + longest <= datetime.datetime.now(UTC).replace(tzinfo=None):
        return ""
    said = in_zone(course.settings, due + longest, SENTENCE)
    return f"due {said}, by the extension of {student}" if student else f"due {said}"


def named(found: list[Giveaway]) -> str:
    """The exercises whose answers are given away, for a sentence."""
    return " and ".join(f"{one.exercise} ({one.why})" for one in found)


def refuse(exercises: list[str], found: list[Giveaway]) -> None:
    """Refuse a handout of `exercises` that gives away what was `found`."""
    packages = sorted({one.package for one in found})
    bring = list(dict.fromkeys(name for one in found for name in one.comes_with))
    others = " ".join(one for one in exercises if one not in bring)
    less = f"leave these out (make handout EXERCISES='{others}'), or " if others else ""
    raise CourseError(
        "Nothing was written, for this handout would give answers away: those to "
        f"{named(found)} are in {' and '.join(packages)}, which comes with {some(bring)}. So "
        f"{less}set due dates (grading due {found[0].exercise} TIME) and wait until they are "
        "past. Where it is meant so, for instance because your class skips these exercises: "
        "--anyway (make handout OPTIONS=--anyway)."
    )
