"""Taking a person out of the course: rows, folders and downloaded files, all or nothing."""

import contextlib
import os
import shutil
from pathlib import Path

from grading.arrival.returning import keys_of
from grading.arrival.rewrite import write_without
from grading.course import Course, at_work
from grading.gradebook import own_tables, transaction
from grading.people import removed
from grading.people.rows import remove_student
from grading.private_file import MODE
from grading.traces import Traces, aside_of

REWRITTEN = "zip-"


def remove(course: Course, traces: Traces) -> None:
    """Take the person out: all of it, or nothing."""
    aside = aside_of(course, traces.student)
    with at_work(course):
        shutil.rmtree(aside, ignore_errors=True)  # of a removal that was killed
        aside.mkdir(mode=0o700, parents=True)
        try:
            with contextlib.ExitStack() as undo:
                take_out(course, traces, aside, undo)
                undo.pop_all()
        except BaseException:
            for path in aside.glob(f"{REWRITTEN}*"):
                path.unlink()
            remove_empty(aside)
            raise
        shutil.rmtree(aside)
        remove_empty(aside)


def take_out(
    course: Course, traces: Traces, aside: Path, undo: contextlib.ExitStack
) -> None:
    """Change files and gradebook; what went `aside` is back if `undo` is not called off."""
    new = {}
    for number, (path, authors) in enumerate(traces.archives.items()):
        new[path] = aside / f"{REWRITTEN}{number}.new"
        write_without(path, new[path], authors.__contains__)
        new[path].chmod(MODE)
    with transaction(course) as gradebook:
        remove_student(gradebook, traces.student)
        keys = keys_of(traces.person)
        removed.remember(own_tables(gradebook), traces.student, keys)
        gradebook.db.flush()
        for number, path in enumerate(one for one in traces.paths if one != aside):
            undo.callback(put_back, aside / str(number), path)
            shutil.move(path, aside / str(number))
        for path, rewritten in new.items():
            # At any moment there is one of the two at its place.
            old = rewritten.with_suffix(".old")
            shutil.copy2(path, old)
            undo.callback(os.replace, old, path)
            os.replace(rewritten, path)


def remove_empty(aside: Path) -> None:
    """Remove the folder and the one around it, unless something could not be put back."""
    for folder in (aside, aside.parent):
        with contextlib.suppress(OSError):
            folder.rmdir()


def put_back(place: Path, path: Path) -> None:
    if os.path.lexists(place) and not os.path.lexists(path):
        shutil.move(place, path)
