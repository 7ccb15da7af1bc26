"""One grading at a time: two at once would write the same gradebook and folders."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from grading.course import Course, CourseError

LOCK = ".grading.lock"


@contextmanager
def at_work(course: Course) -> Iterator[None]:
    """Work on `course` alone. However a process ends, its lock ends with it."""
    try:
        # A file that merely stands for a lock would stay behind a grading that is killed.
        with FileLock(course.root / LOCK, timeout=0, fallback_to_soft=False):
            yield
    except Timeout:
        raise CourseError(
            f"Another grading is at work on {course.root}; nothing was changed. Wait for "
            "its end, or stop it (Ctrl-C there): what it has saved stays, and the next "
            "run goes on from there."
        ) from None
