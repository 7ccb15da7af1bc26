"""Several kernels at a time change no mark; one process alone owns the gradebook."""

import asyncio
import datetime
import os
import threading

import pytest
from click.testing import CliRunner
from pipeline.odd_hand_ins import ODD
from pipeline.small_course import (
    EXERCISE,
    RIGHT,
    HandIn,
    adding,
    as_it_is,
    grade,
    lay,
    left_behind,
    make_course,
    solving,
)
from rich.console import Console

from grading import autograde
from grading.autograde import run
from grading.cli import main
from grading.console import Clock, OnConsole, Silence
from grading.course import CourseError
from grading.execution.execute import Execution, KernelError, execute
from grading.execution.limits import Limits
from grading.execution.workers import Options, ThisMachine, cores
from grading.ready import MOST_JOBS_A_CORE
from grading.submission.folder import Submission
from grading.submission.mark import Mark
from grading.submission.rebuild import rebuild
from grading.verdict import Verdict

STUDENTS = [f"student-{number}" for number in range(5)]
# Right, wrong, ended and endless ones: each second takes time from its neighbors.
MIXED = [one for one in ODD if one.student != "no-rights"][::9]


@pytest.fixture
def course(tmp_path):
    return make_course(tmp_path)


def test_the_number_of_jobs_changes_no_mark(course):
    results = {}
    for jobs in (1, 4):
        options = Options(jobs=jobs, force=True)
        results[jobs] = {
            student: (result.points, result.mark.points, result.mark.status)
            for student, result in grade(course, MIXED, options=options).items()
        }
    assert len(results[1]) == len(MIXED) + 2
    assert results[1] == results[4]
    assert left_behind() == []


def test_a_limit_counts_processor_time(course):
    """A busy machine takes the clock's time from a cell, not its own."""
    source = "import os, time\nwhile sum(os.times()[:2]) < 3:\n    pass\ntime.sleep(4)"
    lay(course, HandIn("slow", adding(source)))
    submission = Submission(course, EXERCISE, "slow")
    notebook = rebuild(submission).notebook

    def status_within(seconds):
        limits = Limits(cell_seconds=seconds)
        executed = asyncio.run(execute(notebook, {}, limits))
        return Verdict.of(executed.notebook.metadata).status

    assert status_within(6) == "graded"  # although it takes 7 by the clock
    assert status_within(1) == "timed out"


@pytest.fixture
def running(monkeypatch, jobs):
    """What was executed: how many at the same time, and by which thread.

    The first wait until there are as many as `jobs`, however slowly they come.
    """
    seen = {"now": 0, "most": 0, "threads": set()}
    all_there = asyncio.Event()

    async def counted(self, *arguments):
        seen["now"] += 1
        seen["most"] = max(seen["most"], seen["now"])
        if seen["now"] == jobs:
            all_there.set()
        await asyncio.wait_for(all_there.wait(), timeout=600)
        try:
            return await run_cells(self, *arguments)
        finally:
            seen["now"] -= 1

    def noted_save(*arguments):
        seen["threads"].add((os.getpid(), threading.get_ident()))
        return save(*arguments)

    save, run_cells = autograde.save, Execution.run_cells
    monkeypatch.setattr(Execution, "run_cells", counted)
    monkeypatch.setattr(autograde, "save", noted_save)
    return seen


@pytest.mark.parametrize("jobs", [1, 3])
def test_as_many_run_as_there_are_jobs_and_one_saves(course, running, jobs):
    for student in STUDENTS:
        lay(course, HandIn(student, as_it_is))
    marks = run(course, [EXERCISE], options=Options(jobs=jobs))
    assert [mark.student for mark in marks] == STUDENTS
    assert running["most"] == jobs
    assert running["threads"] == {(os.getpid(), threading.get_ident())}


def test_too_many_jobs_are_refused(course):
    lay(course, HandIn("ada", as_it_is))
    most = MOST_JOBS_A_CORE * cores()
    with pytest.raises(CourseError, match=f"at most {most}"):
        run(course, [EXERCISE], options=Options(jobs=most + 1))


def failing(times: int, error: Exception):
    """An `execute` that raises `error` for ada the first `times` times."""
    left = [times]

    async def execute_or_fail(here, notebook, *rest):
        if any("# of ada" in cell.source for cell in notebook.cells) and left[0]:
            left[0] -= 1
            raise error
        return await execute(notebook, *rest)

    return execute_or_fail


@pytest.mark.parametrize(
    "times, error, status, exit_code",
    [
        (1, KernelError("Python did not start"), "graded", 0),
        (2, KernelError("Python did not start"), "not graded", 1),
        (2, OSError("too many open files"), "not graded", 1),
    ],
)
def test_what_fails_here_is_no_hand_ins_fault_and_stops_nobody_else(
    course, monkeypatch, times, error, status, exit_code
):
    lay(course, HandIn("ada", solving(double=f"# of ada\n{RIGHT['double']}")))
    lay(course, HandIn("bob", as_it_is))
    monkeypatch.setattr(ThisMachine, "execute", failing(times, error))
    done = CliRunner().invoke(
        main, ["--course", str(course.root), "autograde", EXERCISE]
    )
    assert done.exit_code == exit_code, done.output
    ada, bob = run(course, [EXERCISE])
    assert (ada.unchanged, bob.unchanged) == (status == "graded", True)
    assert ada.points == bob.points == 7
    assert (f"{type(error).__name__}: {error}" in done.output) == bool(exit_code)


class StopsAfterOne(Silence):
    def graded(self, mark):
        raise KeyboardInterrupt


def test_stopped_by_hand_it_leaves_no_process_behind(course):
    for student in STUDENTS:
        lay(course, HandIn(student, as_it_is))
    with pytest.raises(KeyboardInterrupt):
        run(course, [EXERCISE], show=StopsAfterOne(), options=Options(jobs=2))
    assert left_behind() == []
    marks = run(course, [EXERCISE])
    assert sum(mark.unchanged for mark in marks) == 1


def mark(student: str, **changes) -> Mark:
    return Mark(student, EXERCISE, 7, 9, "graded", "", **changes)


def test_the_clock_foresees_the_end():
    noon = datetime.datetime(2027, 1, 31, 12, 0)
    clock = Clock(total=10)
    assert clock.ready(noon) == ""
    clock.count(unchanged=True)
    assert clock.ready(noon) == ""
    clock.count(unchanged=False)
    clock.begin -= 600  # ten minutes for one, and eight are left
    assert clock.ready(noon) == "ready at about 13:20"
    clock.begin -= 3600 * 10
    assert clock.ready(noon) == "ready at about Wednesday 21:20"
    for _ in range(8):
        clock.count(unchanged=False)
    assert clock.ready(noon) == ""


def test_a_log_has_a_line_for_each_hand_in(capsys):
    with OnConsole(Console(width=160)) as show:
        show.begin(2)
        show.graded(mark("ada"))
        show.graded(mark("bob", unchanged=True))
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{EXERCISE}: graded, ada; 1 of 2, ready at about ")
    assert second == f"{EXERCISE}: unchanged, bob; 2 of 2"


def test_a_terminal_shows_a_bar():
    console = Console(force_terminal=True, width=160, record=True)
    with OnConsole(console) as show:
        show.begin(3)
        show.graded(mark("ada"))
        show.bar.refresh()
    text = console.export_text()
    assert "1/3" in text
    assert "ready at about" in text
