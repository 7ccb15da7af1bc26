"""A grading that is killed, in a module that another process can import."""

import os
import signal
from pathlib import Path

from pipeline.small_course import EXERCISE

from grading.autograde import run
from grading.console import Silence
from grading.course import Course
from grading.submission import exchange


class Kills(Silence):
    """Ends its process without any warning, `seconds` after grading has begun."""

    def __init__(self, seconds: float):
        self.seconds = seconds

    def begin(self, total):
        signal.signal(signal.SIGALRM, lambda *_: die())
        signal.setitimer(signal.ITIMER_REAL, self.seconds)


def grade_and_die(root: Path, seconds: float) -> None:
    run(Course(root), [EXERCISE], show=Kills(seconds))


# After which step of saving a grading ends without any warning.
KILLED_AT = ("staged", "put", "saved")


def grade_and_die_at(root: Path, moment: str, student: str) -> None:
    """Grade until `student`'s files are staged, put in their places, or all is saved."""

    class DiesAt(exchange.Exchange):
        def put(self, contents):
            if student in self.marker.parts and moment == "staged":
                exchange.keep_before = lambda path: die()
            super().put(contents)
            if student in self.marker.parts and moment == "put":
                die()

        def end(self):
            if student in self.marker.parts and moment == "saved":
                die()
            super().end()

    exchange.Exchange = DiesAt
    run(Course(root), [EXERCISE])


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
