"""How far each exercise has come, for the instructor."""

import datetime
import functools
from dataclasses import dataclass
from pathlib import Path

import nbformat

from grading.course import Course
from grading.gradebook import file_of
from grading.people.class_list import split_by_class
from grading.results.read import Graded, read_results
from grading.submission.folder import Submission
from grading.submission.tasks import title_of


@dataclass(frozen=True)
class Progress:
    """How far an exercise has come. `due` is in UTC, without saying so.

    `is_entered`: the gradebook knows its tests. The numbers are of submissions, and of answers
    that wait for a mark.
    """

    exercise: str
    title: str
    is_entered: bool = False
    due: datetime.datetime | None = None
    submitted: int = 0
    not_graded: int = 0
    waiting: int = 0


def progress_of(course: Course) -> list[Progress]:
    """The progress of all exercises, in the order of the course."""
    path = file_of(course)
    if path and not path.exists():  # looking would make an empty one
        return [Progress(one, title(course, one)) for one in course.exercises]
    submissions = [
        Submission(course, exercise, student)
        for exercise in course.exercises
        for student in course.handed_in(exercise)
    ]
    of_class, _ = split_by_class(course, submissions)
    return [
        progress_in(course, exercise, [s for s in of_class if s.exercise == exercise])
        for exercise in course.exercises
    ]


def progress_in(course: Course, exercise: str, here: list[Submission]) -> Progress:
    results = read_results(course, exercise, notebooks=False)
    graded = {one.student: one for one in results.graded} if results else {}
    return Progress(
        exercise,
        title(course, exercise),
        bool(results and results.parts),
        results.due if results else None,
        len(graded.keys() | {one.student for one in here}),
        sum(is_to_grade(one, graded.get(one.student)) for one in here),
        sum(len(one.waiting) for one in graded.values()),
    )


def is_to_grade(submission: Submission, graded: Graded | None) -> bool:
    """Has it no points yet, or did it come after that which has?"""
    if graded is None or all(points is None for points in graded.points.values()):
        return True
    return submission.time not in (None, graded.handed_in)


def this_week(found: list[Progress], now: datetime.datetime) -> Progress | None:
    """What is due next, else what was due last; None if nothing has a due date.

    `now` is in UTC, without saying so.
    """
    dated = [(one.due, one) for one in found if one.due]
    if coming := [pair for pair in dated if pair[0] > now]:
        return min(coming, key=lambda pair: pair[0])[1]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def title(course: Course, exercise: str) -> str:
    path = course.notebook_path("source", exercise)
    return read_title(path, path.stat().st_mtime_ns) or exercise


@functools.lru_cache(64)
def read_title(path: Path, time: int) -> str:
    """The title of the notebook in a file of this time."""
    return title_of(nbformat.read(path, as_version=4))
