"""What graders that were killed have left in the temporary folder.

Anybody may make files there. So only what is certainly ours is removed: a real folder of
this user, named after a process that is no more.
"""

import contextlib
import os
import stat
import subprocess
import tempfile
from pathlib import Path

import psutil

from grading.execution.sandbox import FOLDER_PREFIX

SECONDS_OF_DOUBT = 60  # two clocks say when a process began and when a folder was made


def number_in(word: str) -> int | None:
    """The process after which a path, or a word of a command, is named; None if after none."""
    number = word.partition(FOLDER_PREFIX)[2].partition("-")[0]
    is_number = number.isascii() and number.isdecimal() and len(number) < 10
    return int(number) if is_number else None


def is_of_dead_grader(word: str) -> bool:
    """Does a path, or a word of a command, name the folder of a grader that is no more?"""
    number = number_in(word)
    return number is not None and not is_running(number)


def is_running(number: int) -> bool:
    """Is there a process of this number, perhaps another user's, which /proc may hide?"""
    try:
        os.kill(number, 0)  # asks only
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return number > 0


def is_another_process(number: int, time: float) -> bool:
    """Has the process that made something at `time` given its number to another one?"""
    try:
        process = psutil.Process(number)
        began_later = process.create_time() > time + SECONDS_OF_DOUBT
        # If the machine's clock was set, a grader may look younger than its folder.
        return began_later and not process.name().startswith(("python", "grading"))
    except psutil.AccessDenied:
        return False
    except psutil.NoSuchProcess:
        return True


def leftover_folders() -> list[Path]:
    """The folders of graders that were killed, those of this user."""
    found = []
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            number = number_in(entry.name)
            if not entry.name.startswith(FOLDER_PREFIX) or number is None:
                continue
            with contextlib.suppress(OSError):  # somebody has just removed it
                state = entry.stat(follow_symlinks=False)
                if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid():
                    continue
                if is_another_process(number, state.st_mtime):
                    found.append(Path(entry.path))
    return sorted(found)


def remove_leftovers() -> None:
    """Remove the folders of graders that were killed, as far as that is possible."""
    if folders := leftover_folders():
        # Not by Python's rmtree, which gives up in a deep folder and one without rights.
        for command in (["chmod", "-R", "u+rwx", "--"], ["rm", "-rf", "--"]):
            subprocess.run(
                [*command, *folders],
                check=False,
                stdin=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
