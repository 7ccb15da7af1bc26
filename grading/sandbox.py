"""What graders that were killed have left."""

import shutil
import tempfile
from pathlib import Path

import psutil

from grading.execution.sandbox import FOLDER_PREFIX


def is_of_dead_grader(word: str) -> bool:
    """Does a path, or a word of a command, name the folder of a grader that is no more?"""
    number = word.partition(FOLDER_PREFIX)[2].partition("-")[0]
    return number.isdecimal() and not psutil.pid_exists(int(number))


def leftover_folders() -> list[Path]:
    """The folders of graders that were killed."""
    folders = Path(tempfile.gettempdir()).glob(f"{FOLDER_PREFIX}*")
    return [folder for folder in folders if is_of_dead_grader(str(folder))]


def remove_leftovers() -> None:
    """Remove the folders of graders that were killed."""
    for folder in leftover_folders():
        shutil.rmtree(folder, ignore_errors=True)
