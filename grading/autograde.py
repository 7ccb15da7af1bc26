"""Grading hand-ins: rebuild, execute, save, write feedback; each ends with a mark."""

import asyncio
from collections.abc import Callable, Iterator

from grading.course import Course, CourseError
from grading.execute import execute
from grading.marks import Mark, failed_tests, read_points
from grading.nbgrader_steps import ExecuteInSandbox
from grading.rebuild import rebuild
from grading.sandbox import check_sandbox, remove_leftovers
from grading.save import check_gradebook, save


def handed_in(course: Course, exercise: str) -> list[str]:
    """The students with a hand-in of `exercise` in ``submitted/``."""
    return sorted(
        folder.parent.name
        for folder in (course.root / "submitted").glob(f"*/{exercise}")
    )


def choose(
    course: Course, exercises: list[str], students: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Exercise and student of each hand-in of `exercises`; only those of `students`, if any."""
    found = {exercise: handed_in(course, exercise) for exercise in exercises}
    if not any(found.values()):
        names = ", ".join(exercises)
        raise CourseError(
            f"Nobody has handed in {names}: there is no submitted/STUDENT/{exercises[0]} in "
            f"{course.root}. Collect the hand-ins first (nbgrader collect {exercises[0]}), or "
            f"lay each notebook into submitted/STUDENT/{exercises[0]}/{exercises[0]}.ipynb."
        )
    for student in students:
        if not any(student in there for there in found.values()):
            everybody = sorted({name for there in found.values() for name in there})
            raise CourseError(
                f"{student!r} has not handed in {', '.join(exercises)}. "
                f"Those who have: {', '.join(everybody)}."
            )
    odd = {s for there in found.values() for s in there if set(s) & set("*?[]")}
    if odd:
        raise CourseError(
            "nbgrader takes * ? [ ] in a student's name for patterns. Rename these folders "
            f"in submitted/ first: {', '.join(sorted(odd))}."
        )
    return [
        (exercise, student)
        for exercise, there in found.items()
        for student in there
        if not students or student in students
    ]


def run(
    course: Course,
    exercises: list[str],
    students: tuple[str, ...],
    tell: Callable[[str], None],
    sandbox: bool = True,
) -> Iterator[Mark]:
    """Grade the hand-ins of `exercises`, those of `students` or of all who handed in."""
    chosen = choose(course, exercises, students)
    named = list(dict.fromkeys(exercise for exercise, _ in chosen))
    check_ready(course, named, sandbox)
    for exercise in named:
        check_gradebook(course, exercise)
    for number, (exercise, student) in enumerate(chosen, start=1):
        tell(f"{exercise}: grading {number} of {len(chosen)}, {student}")
        yield grade(course, exercise, student, sandbox)


def check_ready(course: Course, exercises: list[str], sandbox: bool) -> None:
    """Refuse before anything is changed what could not be finished."""
    if sandbox:
        check_sandbox()
    remove_leftovers()
    for exercise in exercises:
        course.check_packages(exercise)


def grade(course: Course, exercise: str, student: str, sandbox: bool = True) -> Mark:
    """Grade one hand-in, write its feedback, and say what came out."""
    folder = course.notebook_path("submitted", exercise, student).parent
    rebuilt = rebuild(course, exercise, folder)
    limits = ExecuteInSandbox(config=course.settings).limits(rebuilt.notebook)
    executed = asyncio.run(execute(rebuilt.notebook, rebuilt.files, limits, sandbox))
    save(course, exercise, student, executed.notebook, folder)
    write_feedback(course, exercise, student)
    return mark_of(course, exercise, student)


def write_feedback(course: Course, exercise: str, student: str) -> None:
    """Write ``feedback/STUDENT/EXERCISE/EXERCISE.html`` from what was graded."""
    result = course.nbgrader.generate_feedback(exercise, student, force=True)
    if not result["success"]:
        raise CourseError(
            f"nbgrader could not write the feedback of {student} for {exercise}:\n"
            + result.get("log", "")
            + result["error"]
        )


def mark_of(course: Course, exercise: str, student: str) -> Mark:
    """What gradebook and graded notebook say about one hand-in."""
    found = read_points(course, exercise, student)
    grading = course.read_notebook("autograded", exercise, student).metadata.grading
    reasons = list(grading.reasons)
    if found.seconds_late:
        reasons.append(f"{found.seconds_late / 3600:.1f} hours late")
    if found.by_hand:
        reasons.append(f"{found.by_hand:g} points wait for a mark by hand")
    tests, failed = failed_tests(course, exercise, student)
    if failed and grading.status not in ("missing", "malformed"):
        test, sentence = failed[0]
        reasons.append(
            f"{len(failed)} of {tests} tests failed, first {test}: {sentence}"
        )
    return Mark(
        student,
        exercise,
        found.points,
        found.max_points,
        grading.status,
        "; ".join(reasons),
    )
