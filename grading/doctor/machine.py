"""Room for what grading writes, and memory for the notebooks."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

import psutil

from grading.course import Course
from grading.doctor.finding import OK, REMARK, WRONG, Finding
from grading.doctor.handed_in import with_submissions
from grading.execution.limits import MEBI
from grading.execution.workers import cores
from grading.nbgrader_steps import ExecuteInSandbox
from grading.words import counted

# What a hand-in leaves at most in autograded/ and feedback/, and what the rest takes.
BYTES_A_HAND_IN = 2 * MEBI
BYTES_BESIDE = 500 * MEBI
BYTES_TEMPORARY = 100 * MEBI  # with the sandbox a hand-in's files are in memory
GIBI = 1024 * MEBI


def disk(course: Course) -> Finding:
    """Room for the graded notebooks, the feedback and what is temporary."""
    count = sum(len(course.handed_in(exercise)) for exercise in course.exercises)
    needs = {
        course.root: BYTES_BESIDE + count * BYTES_A_HAND_IN,
        Path(tempfile.gettempdir()): BYTES_TEMPORARY,
    }
    free = {folder: shutil.disk_usage(folder).free for folder in needs}
    found = ", ".join(f"{in_gib(free[folder])} free in {folder}" for folder in needs)
    short = [folder for folder in needs if free[folder] < needs[folder]]
    closed = [folder for folder in needs if not os.access(folder, os.W_OK)]
    if closed:
        names = " and ".join(map(str, closed))
        return Finding(
            "disk", WRONG, f"{names} cannot be written", "become their owner, or root"
        )
    if short:
        to_do = "; ".join(
            f"make room in {folder}: {in_gib(needs[folder])} are needed"
            for folder in short
        )
        return Finding("disk", WRONG, found, to_do)
    return Finding("disk", OK, found)


def memory(course: Course) -> Finding:
    """How many notebooks fit at a time."""
    steps = ExecuteInSandbox(config=course.settings)
    notebooks = [
        course.read_notebook("source", exercise)
        for exercise in with_submissions(course)
    ]
    need = max(
        (steps.limits(notebook).memory_bytes for notebook in notebooks),
        default=steps.memory_mib * MEBI,
    )
    free, there = memory_free(), cores()
    jobs = free // need
    found = (
        f"{in_gib(free)} free for {in_gib(need)} a notebook, {there} cores: "
        f"{counted(min(jobs, there), 'notebook')} at a time"
    )
    if jobs < 1:
        to_do = "end other programs; a notebook that fills its memory could end others"
        return Finding("memory", WRONG, found, to_do)
    if jobs < there:
        return Finding("memory", REMARK, found, f"grade with --jobs {jobs}")
    return Finding("memory", OK, found)


def memory_free() -> int:
    """Memory that can be had, in a container within its limit."""
    free = psutil.virtual_memory().available
    group = Path("/sys/fs/cgroup")
    with contextlib.suppress(OSError, ValueError):
        limit = int((group / "memory.max").read_text())
        used = int((group / "memory.current").read_text())
        free = min(free, limit - used)
    return max(0, free)


def in_gib(size: int) -> str:
    return f"{size / GIBI:.1f} GiB"
