"""What graders that were killed have left, and whether one is at work."""

import psutil

from grading.course import Course, CourseError, at_work
from grading.doctor.finding import OK, REMARK, Finding
from grading.leftovers import is_of_dead_grader, leftover_folders
from grading.submission.exchange import MARKER
from grading.words import some


def leftovers(course: Course) -> Finding:
    """What graders that were killed have left, and whether one is at work."""
    try:
        with at_work(course):
            pass
    except CourseError:
        to_do = "wait for its end before you grade, or stop it with Ctrl-C"
        return Finding(
            "leftovers", REMARK, "a grading is at work on this course", to_do
        )
    processes = [
        process.pid
        for process in psutil.process_iter(["cmdline"])
        if any(map(is_of_dead_grader, process.info["cmdline"] or []))
    ]
    if processes:
        numbers = " ".join(map(str, sorted(processes)))
        found = f"processes of a grader that was killed: {numbers}"
        return Finding("leftovers", REMARK, found, f"kill {numbers}")
    paths = [
        *leftover_folders(),
        *(course.root / "autograded").glob("*/*/*.half"),
        *(course.root / "autograded").glob(f"*/*/{MARKER}"),
    ]
    if paths:
        found = f"of a grader that was killed: {some([str(path) for path in paths])}"
        return Finding("leftovers", REMARK, found, "nothing: grading removes them")
    return Finding("leftovers", OK, "none")
