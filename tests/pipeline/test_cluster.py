"""Grading on a Dask cluster: a real scheduler, two workers, one of them killed."""

import importlib.util
import os
import signal
import subprocess
import sys

import pytest
from distributed import LocalCluster
from pipeline.small_course import (
    EXERCISE,
    HandIn,
    as_it_is,
    lay,
    left_behind,
    make_course,
    solving,
    test_points,
)

from grading.autograde import run
from grading.console import Silence
from grading.course import CourseError
from grading.execution.readers import IN_SANDBOX
from grading.execution.workers import Options

ENDS = "import os\nos._exit(1)"
WRONG = 'def greet(name):\n    return "?"'
CLASS = [
    *(HandIn(f"right-{number}", as_it_is) for number in range(6)),
    HandIn("wrong", solving(greet=WRONG), earns="double-test mean-test mean-edge-test"),
    HandIn(
        "ends",
        solving(double=ENDS),
        status="crashed",
        earns="mean-test mean-edge-test greet-test",
    ),
]


@pytest.fixture
def course(tmp_path):
    course = make_course(tmp_path)
    for hand_in in CLASS:
        lay(course, hand_in)
    return course


@pytest.fixture
def scheduler(tmp_path, course):
    """The address of a scheduler, and the processes of its workers.

    The workers see an empty folder where the course is.
    """
    with LocalCluster(
        n_workers=0, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        address = cluster.scheduler_address
        hidden = ["bwrap", "--dev-bind", "/", "/", "--tmpfs", str(course.root)]
        command = [sys.executable, "-m", "distributed.cli.dask_worker", address]
        options = ["--nthreads", "1", "--nworkers", "1", "--no-nanny", "--no-dashboard"]
        workers = [
            subprocess.Popen(
                [*hidden, "--die-with-parent", "--", *command, *options],
                stderr=subprocess.DEVNULL,
                cwd="/",
            )
            for _ in range(2)
        ]
        yield address, workers
        for worker in workers:
            worker.kill()
            worker.wait()


class KillsAWorker(Silence):
    """After the first mark, in the middle of the others."""

    def __init__(self, worker):
        self.worker, self.marks = worker, []

    def graded(self, mark):
        self.marks.append(mark)
        if len(self.marks) == 1:
            os.kill(self.worker.pid, signal.SIGKILL)


def test_marks_are_the_same_and_a_lost_worker_costs_nothing(course, scheduler):
    address, (first, second) = scheduler
    show = KillsAWorker(first)
    marks = run(course, [EXERCISE], show=show, options=Options(dask=address))
    assert first.wait() == -signal.SIGKILL
    assert second.poll() is None
    assert len(show.marks) == len(CLASS)
    found = {mark.student: mark.status for mark in marks}
    assert found == {hand_in.student: hand_in.status for hand_in in CLASS}
    for hand_in in CLASS:
        assert test_points(course, hand_in.student) == hand_in.points
    # The other worker goes on, and with it what waits there for the next submission.
    (survivor,) = [one for one in left_behind() if IN_SANDBOX not in one]
    assert address in survivor
    # What the cluster has graded is not graded again here.
    assert all(mark.unchanged for mark in run(course, [EXERCISE]))


def test_no_scheduler_there(course, monkeypatch):
    monkeypatch.setattr("grading.execution.workers.SECONDS_TO_CONNECT", 1)
    with pytest.raises(CourseError, match="no Dask scheduler at 'tcp://127.0.0.1:9'"):
        run(course, [EXERCISE], options=Options(dask="tcp://127.0.0.1:9"))


def test_distributed_is_asked_for_by_name(course, monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(
        "importlib.util.find_spec",
        lambda name: None if name == "distributed" else real(name),
    )
    with pytest.raises(CourseError, match="make cluster"):
        run(course, [EXERCISE], options=Options(dask="tcp://127.0.0.1:8786"))
