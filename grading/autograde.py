"""Grading with nbgrader, one hand-in after another, each with a status and a reason."""

import json
from collections.abc import Callable, Iterator

from grading.course import Course, CourseError
from grading.marks import Mark, failed_tests, read_points


def handed_in(course: Course, exercise: str) -> list[str]:
    """The students with a hand-in of `exercise` in ``submitted/``."""
    students = sorted(
        folder.parent.name
        for folder in (course.root / "submitted").glob(f"*/{exercise}")
    )
    if not students:
        raise CourseError(
            f"Nobody has handed in {exercise}: there is no submitted/STUDENT/{exercise} in "
            f"{course.root}. Collect the hand-ins first (nbgrader collect {exercise}), or lay "
            f"each notebook into submitted/STUDENT/{exercise}/{exercise}.ipynb."
        )
    return students


def run(
    course: Course,
    exercises: list[str],
    students: tuple[str, ...],
    tell: Callable[[str], None],
) -> Iterator[Mark]:
    """Grade the hand-ins of `exercises`, those of `students` or of all who handed in."""
    for exercise in exercises:
        course.check_packages(exercise)
        there = handed_in(course, exercise)
        for student in students:
            if student not in there:
                raise CourseError(
                    f"{student!r} has not handed in {exercise}. Those who have: {', '.join(there)}."
                )
        chosen = students or there
        for number, student in enumerate(chosen, start=1):
            tell(f"{exercise}: grading {number} of {len(chosen)}, {student}")
            yield grade(course, exercise, student)


def grade(course: Course, exercise: str, student: str) -> Mark:
    """Autograde one hand-in, write its feedback, and say what came out."""
    result = course.nbgrader.autograde(exercise, student, force=True, create=True)
    if result["success"]:
        result = course.nbgrader.generate_feedback(exercise, student, force=True)
    found = read_points(course, exercise, student)
    if not result["success"]:
        status, reason = why_not_graded(course, exercise, student, result)
        return Mark(student, exercise, None, found.max_points, status, reason)
    reasons = []
    if found.seconds_late:
        reasons.append(f"{found.seconds_late / 3600:.1f} hours late")
    if found.by_hand:
        reasons.append(f"{found.by_hand:g} points wait for a mark by hand")
    tests, failed = failed_tests(course, exercise, student)
    if failed:
        test, sentence = failed[0]
        reasons.append(
            f"{len(failed)} of {tests} tests failed, first {test}: {sentence}"
        )
    return Mark(
        student,
        exercise,
        found.points,
        found.max_points,
        "graded",
        "; ".join(reasons),
    )


def why_not_graded(
    course: Course, exercise: str, student: str, result: dict
) -> tuple[str, str]:
    """Status and reason of a hand-in that nbgrader could not grade."""
    path = course.notebook_path("submitted", exercise, student)
    if not path.exists():
        return "missing", f"there is no {path.name} among the files handed in"
    try:
        json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return (
            "malformed",
            f"the notebook is not valid JSON ({error}); ask for the file again",
        )
    return "failed", result["error"].strip().splitlines()[-1]
