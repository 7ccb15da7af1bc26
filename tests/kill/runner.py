"""Runs variants of an exercise, with the rules by which nbgrader gives points.

One process runs the reference from top to bottom. Where a variant first differs from it,
the process forks, and the copy runs the variant's cells from there on. So nothing that is
the same is computed twice, and no variant sees another. Before all that the reference runs
once, because libraries import much of themselves only when they are first used.

TensorFlow's threads do not survive a fork: there the process forks as soon as everything is
imported, and the copy runs what is the same, too, but for the tests.
"""

import contextlib
import io
import json
import multiprocessing
import os
import re
import resource
import signal
import sys
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from grading.execution.execute import COURSE_PACKAGES
from grading.imports import imported_packages
from kill.exercise import Exercise

SECONDS_FOR_A_CELL = 20  # of the processor, so that a busy machine changes no verdict
SECONDS_OF_WAITING = 300  # for a cell that sleeps
SECONDS_FOR_A_VARIANT = 120
MEMORY = 8 * 2**30


@dataclass(frozen=True)
class Variant:
    """Solution cells in place of the reference's, and what to run of the rest.

    `lie` is called with the namespace after each changed cell. `until` is the last cell
    to run (None: all). `seed` takes the place of the test cells' own seeds.
    """

    name: str
    cells: dict[str, str]
    until: str | None = None
    lie: Callable[[dict, str], None] | None = None
    seed: int | None = None


class CellTimeout(BaseException):
    """Not an Exception, so that a student's `except Exception` does not swallow it."""


def run(
    exercise: Exercise, variants: list[Variant], jobs: int = 2
) -> list[dict[str, str]]:
    """For each variant a dict: ``grade_id`` of each test that ran to its error, "" if passed.

    A test that is missing did not come to its end: the process died or took too long.
    """
    with tempfile.TemporaryDirectory() as folder:
        # A process of its own, so that its imports and threads do not stay here.
        context = multiprocessing.get_context("spawn")
        walker = context.Process(
            target=walk,
            args=(exercise.course.root, exercise.name, variants, folder, jobs),
        )
        walker.start()
        walker.join()
        if walker.exitcode:
            raise RuntimeError(f"the reference of {exercise.name} did not run")
        return [
            read_verdicts(Path(folder, str(number))) for number in range(len(variants))
        ]


def read_verdicts(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return dict(json.loads(line) for line in lines)


def walk(
    root: Path, name: str, variants: list[Variant], folder: str, jobs: int
) -> None:
    """Run the reference, and fork each variant off where it begins to differ."""
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[threads] = "1"
    os.environ["MPLBACKEND"] = "Agg"
    exercise = Exercise(root, name)
    os.chdir(folder)
    starts = [first_difference(exercise, variant) for variant in variants]
    forks = [fork_place(exercise, start) for start in starts]
    running: set[int] = set()
    if not forks_early(exercise):
        warm_up(exercise)
    namespace = {"__name__": "__main__"}
    for place, cell in enumerate(exercise.cells):
        for number, variant in enumerate(variants):
            if forks[number] != place:
                continue
            if len(running) == jobs:
                running.discard(os.wait()[0])
            child = os.fork()
            if child == 0:
                path = Path(folder, str(number))
                run_variant(exercise, place, starts[number], variant, namespace, path)
            running.add(child)
        error = run_cell(cell.source, namespace)
        if error:
            print(
                f"{name}: {cell.grade_id} of the reference fails: {error}",
                file=sys.stderr,
            )
            sys.exit(1)
    for number, start in enumerate(starts):
        if start is None:  # nothing differs from the reference, where all tests pass
            for test in exercise.tests:
                note(Path(folder, str(number)), test.grade_id, "")
    while running:
        running.discard(os.wait()[0])


def warm_up(exercise: Exercise) -> None:
    """Run the reference once; dp, which the end of a notebook may import, is forgotten."""
    namespace: dict = {"__name__": "__main__"}
    for cell in exercise.cells:
        run_cell(cell.source, namespace)
    for name in list(sys.modules):
        if name.partition(".")[0] in COURSE_PACKAGES:
            del sys.modules[name]


def first_difference(exercise: Exercise, variant: Variant) -> int | None:
    """The place of the first cell that `variant` runs in another way than the reference."""
    for place, cell in enumerate(exercise.cells):
        changed = variant.cells.get(cell.grade_id, cell.source) != cell.source
        lies = variant.lie is not None and cell.grade_id in variant.cells
        # The reference itself with another seed differs from the first test on.
        reseeded = variant.seed is not None and cell.kind == "test"
        if changed or lies or (reseeded and not variant.cells):
            return place
    return None


def fork_place(exercise: Exercise, start: int | None) -> int | None:
    """Where the process forks for a variant that begins to differ at `start`."""
    if start is None or not forks_early(exercise):
        return start
    return [cell.grade_id for cell in exercise.cells].index("setup") + 1


def forks_early(exercise: Exercise) -> bool:
    """Does the exercise use TensorFlow, which must not run before a fork?"""
    setup = next(cell for cell in exercise.cells if cell.grade_id == "setup")
    return "tensorflow" in imported_packages(setup.source)


def run_variant(exercise, place, start, variant, namespace, path) -> None:
    """Run the cells from `place` on and note each test's verdict; never return.

    The tests before `start` judge the reference, and are not run.
    """
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_FOR_A_VARIANT,) * 2)
        for number, cell in enumerate(exercise.cells):
            if cell.kind == "test" and number < start:
                note(path, cell.grade_id, "")
                continue
            if number < place:
                continue
            source = variant.cells.get(cell.grade_id, cell.source)
            if cell.kind == "test" and variant.seed is not None:
                source = reseed(source, variant.seed)
            error = run_cell(source, namespace)
            if variant.lie is not None and cell.grade_id in variant.cells:
                variant.lie(namespace, source)
            if cell.kind == "test":
                note(path, cell.grade_id, error)
            if cell.grade_id == variant.until:
                break
    finally:
        os._exit(0)


def note(path: Path, grade_id: str, error: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        print(json.dumps([grade_id, error]), file=file)


def reseed(source: str, seed: int) -> str:
    """`source` with other random numbers, different ones for each generator in it."""
    return re.sub(r"default_rng\((\d+)\)", rf"default_rng([{seed}, \1])", source)


def run_cell(source: str, namespace: dict) -> str:
    """Run one cell as a kernel would; the error's text, "" where there is none.

    As in grading, text on stderr costs nothing.
    """
    if "plt.show()" in source:
        return ""  # what is only looked at decides nothing
    for number in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(number, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_FOR_A_CELL)
    signal.alarm(SECONDS_OF_WAITING)
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("default")
            exec(compile(source, "<cell>", "exec"), namespace)  # noqa: S102
    except BaseException as error:  # noqa: BLE001 (a cell may end in any way)
        said = str(error).partition("\n")[0]
        return f"{type(error).__name__}: {said}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
        sys.setprofile(None)
    return ""


def stop(signal_number, frame):
    raise CellTimeout(f"more than {SECONDS_FOR_A_CELL} s")
