"""By the exchange: nbgrader's release_feedback for one after another, so that nobody's stops it."""

from grading.course import Course, CourseError
from grading.submission.folder import SECRET, Submission
from grading.times import STAMP


def came_by_exchange(course: Course, exercise: str, student: str) -> bool:
    """Did the graded submission come through the exchange, so that its page can go back?"""
    folder = Submission(course, exercise, student).page.parent
    return all((folder / name).is_file() for name in (SECRET, STAMP))


def release(course: Course, exercise: str, students: list[str]) -> list[str]:
    """Release the pages of `students`; those for whom nbgrader could not."""
    failed, said = [], ""
    for student in students:
        result = course.nbgrader.release_feedback(exercise, student)
        if not result["success"]:
            failed.append(student)
            said = said or sentence_in(result)
    if failed and len(failed) == len(students):
        raise CourseError(
            f"nbgrader could release nobody's feedback ({said}). Is there an exchange, and "
            "does c.Exchange.root in course_config.py name it?"
        )
    return failed


def sentence_in(result: dict) -> str:
    """What nbgrader says of a failure: the last line of its traceback, without the error's name."""
    [*_, line] = (result.get("error") or "it does not say why").strip().splitlines()
    return line.partition(": ")[2] or line
