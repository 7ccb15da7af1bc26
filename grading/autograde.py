"""Grading hand-ins: rebuild, execute, save, write feedback; each ends with a mark.

Rebuilding and saving happen here, one after another, in the one process that owns the
gradebook. Executing happens in as many kernels at a time as there are jobs.
"""

import asyncio
import contextlib
import os
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

from nbgrader.api import InvalidEntry
from sqlalchemy.exc import OperationalError

from grading.at_work import at_work
from grading.class_list import not_in_class, split_by_class
from grading.cluster import connect
from grading.course import Course, CourseError
from grading.execute import Executed, KernelError, execute
from grading.feedback import write_feedback
from grading.fingerprint import fingerprint, saved_fingerprint, saved_students
from grading.marks import NOT_IN_CLASS, Mark, mark_of, read_points
from grading.nbgrader_steps import ExecuteInSandbox
from grading.progress import Silence
from grading.rebuild import Rebuilt, rebuild
from grading.sandbox import (
    Limits,
    check_sandbox,
    check_temporary_folder,
    remove_leftovers,
)
from grading.save import check_gradebook, save

# With more the jobs would take each other's time until honest cells run out of theirs.
MOST_JOBS_A_CORE = 4
TIMES_TO_START = 2
TIMES_TO_SAVE, SECONDS_TO_WAIT = 24, 5  # while somebody else holds the gradebook


@dataclass(frozen=True)
class Options:
    """How a class is graded. `jobs`: kernels at a time, 0 for the number of cores.

    `dask` is the address of a scheduler on whose workers the notebooks run instead. With
    `force` what has not changed is graded again, too.
    """

    sandbox: bool = True
    jobs: int = 0
    dask: str = ""
    force: bool = False


@dataclass
class Job:
    """One hand-in on its way."""

    exercise: str
    student: str
    folder: Path
    rebuilt: Rebuilt
    limits: Limits
    starts: int = 0


class Here:
    """This machine. As many notebooks run as there are jobs, while one more is started."""

    def __init__(self, jobs: int):
        self.places = jobs + 1
        self.turn = asyncio.Semaphore(jobs)

    async def execute(self, *arguments) -> Executed:
        return await execute(*arguments, turn=self.turn)


def choose(
    course: Course, exercises: list[str], students: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Exercise and student of each hand-in of `exercises`; only those of `students`, if any."""
    found = {exercise: course.handed_in(exercise) for exercise in exercises}
    if not any(found.values()):
        names = ", ".join(exercises)
        raise CourseError(
            f"Nobody has handed in {names}: there is no submitted/STUDENT/{exercises[0]} in "
            f"{course.root}. Collect the hand-ins first (nbgrader collect {exercises[0]}), or "
            f"lay each notebook into submitted/STUDENT/{exercises[0]}/{exercises[0]}.ipynb."
        )
    for student in students:
        if not any(student in there for there in found.values()):
            everybody = sorted({name for there in found.values() for name in there})
            raise CourseError(
                f"{student!r} has not handed in {', '.join(exercises)}. "
                f"Those who have: {', '.join(everybody)}."
            )
    odd = {s for there in found.values() for s in there if set(s) & set("*?[]")}
    if odd:
        raise CourseError(
            "nbgrader takes * ? [ ] in a student's name for patterns. Rename these folders "
            f"in submitted/ first: {', '.join(sorted(odd))}."
        )
    return [
        (exercise, student)
        for exercise, there in found.items()
        for student in there
        if not students or student in students
    ]


def run(
    course: Course,
    exercises: list[str],
    students: tuple[str, ...] = (),
    show: Silence | None = None,
    options: Options = Options(),
) -> list[Mark]:
    """Grade the hand-ins of `exercises`, those of `students` or of all who handed in.

    What has not changed since it was graded is not graded again. Stopped at any moment and
    started again, it goes on with what was not saved.
    """
    with at_work(course):
        chosen, strangers = split_by_class(course, choose(course, exercises, students))
        named = list(dict.fromkeys(exercise for exercise, _ in chosen + strangers))
        check_ready(course, named, options)
        for exercise in named:
            check_release(course, exercise)
            check_gradebook(course, exercise)
        marks = asyncio.run(Class(course, chosen, show or Silence(), options).grade())
        return marks + [mark_of_stranger(course, *one) for one in strangers]


def mark_of_stranger(course: Course, exercise: str, student: str) -> Mark:
    """What is shown for a submission of somebody who is not in the class."""
    points = read_points(course, exercise, student)
    reason = not_in_class(student)
    return Mark(
        student, exercise, points.points, points.max_points, NOT_IN_CLASS, reason
    )


def check_ready(course: Course, exercises: list[str], options: Options) -> None:
    """Refuse before anything is changed what could not be finished."""
    most = MOST_JOBS_A_CORE * cores()
    if options.jobs > most:
        raise CourseError(
            f"--jobs {options.jobs} is too many for this machine (cores: {cores()}): at most {most}, "
            f"and more than {cores()} rarely gain anything."
        )
    if not options.dask:
        check_temporary_folder()
        if options.sandbox:
            check_sandbox()
    remove_leftovers()
    for exercise in exercises:
        course.check_packages(exercise)


def check_release(course: Course, exercise: str) -> None:
    """Refuse an exercise without its release, which an answer is recognised by."""
    if not course.notebook_path("release", exercise).is_file():
        raise CourseError(
            f"release/{exercise} has no notebook, as after a generate_assignment that "
            f"nbgrader refused. Run: grading release {exercise}"
        )


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0))


@contextlib.asynccontextmanager
async def place_to_execute(options: Options) -> AsyncIterator:
    """What executes notebooks: ``places`` of them at a time, by ``execute``."""
    if not options.dask:
        yield Here(options.jobs or cores())
        return
    async with connect(options.dask) as cluster:
        yield cluster


class Class:
    """All hand-ins of one run."""

    def __init__(
        self,
        course: Course,
        chosen: list[tuple[str, str]],
        show: Silence,
        options: Options,
    ):
        self.course, self.show, self.options = course, show, options
        self.chosen = chosen
        self.waiting: deque = deque(chosen)
        self.again: deque[Job] = deque()  # what did not start at first
        self.running: dict[asyncio.Future, Job] = {}
        self.marks: dict[tuple[str, str], Mark] = {}
        self.saved = {
            exercise: saved_students(course, exercise) for exercise, _ in chosen
        }

    async def grade(self) -> list[Mark]:
        """The marks, in the order in which the hand-ins were chosen."""
        self.show.begin(len(self.chosen))
        async with place_to_execute(self.options) as place:
            try:
                while self.waiting or self.again or self.running:
                    await self.start_next(place)
                    await self.finish_some()
            finally:
                for execution in self.running:
                    execution.cancel()
                await asyncio.gather(*self.running, return_exceptions=True)
        return [self.marks[one] for one in self.chosen]

    async def start_next(self, place) -> None:
        """Fill the places that are free."""
        while len(self.running) < place.places:
            if self.waiting:
                job = self.prepare(*self.waiting.popleft())
            elif self.again:
                job = self.again.popleft()
            else:
                return
            if job:
                job.starts += 1
                execution = asyncio.ensure_future(
                    place.execute(
                        job.rebuilt.notebook,
                        job.rebuilt.files,
                        job.limits,
                        self.options.sandbox,
                    )
                )
                self.running[execution] = job
            await asyncio.sleep(0)  # the others' turn

    def prepare(self, exercise: str, student: str) -> Job | None:
        """What is to be executed; None if nothing has changed since it was."""
        folder = self.course.notebook_path("submitted", exercise, student).parent
        rebuilt = rebuild(self.course, exercise, folder)
        limits = ExecuteInSandbox(config=self.course.settings).limits(rebuilt.notebook)
        new = fingerprint(self.course, rebuilt, limits, self.options.sandbox, folder)
        if (
            not self.options.force
            and student in self.saved[exercise]
            and new == saved_fingerprint(self.course, exercise, student)
        ):
            mark = mark_of(self.course, exercise, student)
            self.note(replace(mark, unchanged=True))
            return None
        rebuilt.notebook.metadata.grading.fingerprint = new
        return Job(exercise, student, folder, rebuilt, limits)

    def note(self, mark: Mark) -> None:
        self.marks[mark.exercise, mark.student] = mark
        self.show.graded(mark)

    async def finish_some(self) -> None:
        """Save what has been executed; wait for one if none has."""
        if not self.running:
            return
        done, _ = await asyncio.wait(self.running, return_when=asyncio.FIRST_COMPLETED)
        for execution in done:
            job = self.running.pop(execution)
            try:
                await self.keep(job, execution.result())
                self.note(mark_of(self.course, job.exercise, job.student))
            except Exception as error:
                if isinstance(error, CourseError) and not isinstance(
                    error, KernelError
                ):
                    raise
                # No hand-in's fault, and no reason to stop for the others.
                if job.starts < TIMES_TO_START:
                    self.again.append(job)
                else:
                    self.note(self.not_graded(job, error))

    def not_graded(self, job: Job, error: Exception) -> Mark:
        points = read_points(self.course, job.exercise, job.student)
        return Mark(
            job.student,
            job.exercise,
            points.points,
            points.max_points,
            "not graded",
            f"{type(error).__name__}: {error}; run the command again",
        )

    async def keep(self, job: Job, executed: Executed) -> None:
        """Into the gradebook, ``autograded/`` and ``feedback/``.

        The page of feedback is written last and removed first, so where there is one, all
        else was saved.
        """
        names = self.course, job.exercise, job.student
        self.course.feedback_path(job.exercise, job.student).unlink(missing_ok=True)
        for attempt in range(1, TIMES_TO_SAVE + 1):
            try:
                save(*names, executed.notebook, job.folder)
                write_feedback(*names)
                return
            except (OperationalError, InvalidEntry) as error:
                if attempt == TIMES_TO_SAVE or "locked" not in str(error):
                    raise CourseError(
                        f"The gradebook could not be written ({error}). What was "
                        "graded so far is saved. Close what else uses the gradebook "
                        "(a formgrader, another command), then run this again."
                    ) from error
                self.show.step("waiting: another program holds the gradebook")
                await asyncio.sleep(SECONDS_TO_WAIT)
