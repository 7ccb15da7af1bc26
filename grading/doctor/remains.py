"""What graders that were killed have left, and whether one is at work."""

import fcntl
import os

import psutil

from grading.course import LOCK, Course
from grading.doctor.finding import OK, REMARK, Finding
from grading.leftovers import is_of_dead_grader, leftover_folders
from grading.submission.exchange import MARKER
from grading.words import some


def leftovers(course: Course) -> Finding:
    """What graders that were killed have left, and whether one is at work."""
    try:
        busy = is_at_work(course)
    except PermissionError:
        found = f"whether somebody grades here cannot be seen: {LOCK} is another user's"
        return Finding("leftovers", REMARK, found, "ask who grades this course")
    if busy:
        to_do = "wait for its end before you grade, or stop it with Ctrl-C"
        return Finding(
            "leftovers", REMARK, "a grading is at work on this course", to_do
        )
    if processes := of_dead_graders():
        numbers = " ".join(map(str, sorted(processes)))
        found = f"processes of a grader that was killed: {numbers}"
        whose = sorted(set(processes.values()) - {os.geteuid()})
        as_whom = (
            f" (as root: they are not yours, but of user {some([*map(str, whose)])})"
        )
        return Finding(
            "leftovers", REMARK, found, f"kill {numbers}{as_whom if whose else ''}"
        )
    paths = [
        *leftover_folders(),
        *(course.root / "autograded").glob("*/*/*.half"),
        *(course.root / "autograded").glob(f"*/*/{MARKER}"),
    ]
    if paths:
        found = f"of a grader that was killed: {some([str(path) for path in paths])}"
        return Finding("leftovers", REMARK, found, "nothing: grading removes them")
    return Finding("leftovers", OK, "none")


def is_at_work(course: Course) -> bool:
    """Is a grading at work on `course`, perhaps another user's? Its lock needs only be read."""
    try:
        with (course.root / LOCK).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def of_dead_graders() -> dict[int, int]:
    """The processes whose grader is no more, each with its user's number."""
    return {
        process.pid: process.info["uids"].real
        for process in psutil.process_iter(["cmdline", "uids"])
        if any(map(is_of_dead_grader, process.info["cmdline"] or []))
    }
