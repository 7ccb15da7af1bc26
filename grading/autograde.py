"""Grading hand-ins: rebuild, execute, save, write feedback; each ends with a mark.

Rebuilding and saving happen here, one after another, in the one process that owns the
gradebook. Executing happens in as many kernels at a time as there are jobs.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, replace

from nbgrader.api import InvalidEntry
from sqlalchemy.exc import SQLAlchemyError

from coursework.terminal import in_one_line
from coursework.trouble import sentence_for
from grading.console import Silence
from grading.course import Course, CourseError, at_work
from grading.execution.execute import Executed, KernelError
from grading.execution.limits import Limits
from grading.execution.workers import Options, place_to_execute
from grading.gradebook import ailment, check_answers, is_ailment, is_lock
from grading.nbgrader_steps import ExecuteInSandbox
from grading.people.class_list import split_by_class
from grading.ready import check_exercises, check_folders, check_ready
from grading.results.penalties import save_penalties
from grading.submission.fingerprint import (
    fingerprint,
    saved_fingerprint,
    saved_students,
)
from grading.submission.folder import Submission
from grading.submission.folder_names import why_not_a_name
from grading.submission.mark import Mark, Points, mark_of, possible_points, read_points
from grading.submission.rebuild import Rebuilt, rebuild
from grading.submission.save import save
from grading.verdict import Status, Verdict

TIMES_TO_START = 2
TIMES_TO_SAVE, SECONDS_TO_WAIT = 24, 5  # while somebody else holds the gradebook
MOST_SAID = 300  # characters of an unforeseen error's message


@dataclass
class Job:
    """One submission on its way."""

    submission: Submission
    rebuilt: Rebuilt
    limits: Limits
    starts: int = 0


def choose(
    course: Course, exercises: list[str], students: tuple[str, ...]
) -> list[Submission]:
    """The submissions of `exercises`; only those of `students`, if any."""
    found = {exercise: course.handed_in(exercise) for exercise in exercises}
    if not any(found.values()):
        names = ", ".join(exercises)
        raise CourseError(
            f"Nobody has handed in {names}: there is no submitted/STUDENT/{exercises[0]} in "
            f"{course.root}. Collect the submissions first (grading collect {exercises[0]} "
            f"FILE.zip, or with an exchange nbgrader collect {exercises[0]}), or lay each "
            f"notebook into submitted/STUDENT/{exercises[0]}/{exercises[0]}.ipynb."
        )
    for student in students:
        if not any(student in there for there in found.values()):
            everybody = sorted({name for there in found.values() for name in there})
            raise CourseError(
                f"{student!r} has not handed in {', '.join(exercises)}. "
                f"Those who have: {', '.join(map(in_one_line, everybody))}."
            )
    return [
        Submission(course, exercise, student)
        for exercise, there in found.items()
        for student in there
        if not students or student in students
    ]


def run(
    course: Course,
    exercises: list[str],
    students: tuple[str, ...] = (),
    show: Silence | None = None,
    options: Options | None = None,
) -> list[Mark]:
    """Grade the hand-ins of `exercises`, those of `students` or of all who handed in.

    What has not changed since it was graded is not graded again. Stopped at any moment and
    started again, it goes on with what was not saved.
    """
    options = options or Options()
    with at_work(course):
        chosen, strangers = split_by_class(course, choose(course, exercises, students))
        named = list(dict.fromkeys(one.exercise for one in [*chosen, *strangers]))
        check_ready(course, named, options)
        check_exercises(course, named)
        marks = asyncio.run(Batch(course, chosen, show or Silence(), options).grade())
        save_penalties(course, named)
        return marks + [
            without_grading(one, Status.NOT_IN_CLASS, reason)
            for one, reason in strangers.items()
        ]


def without_grading(submission: Submission, status: Status, reason: str) -> Mark:
    """A mark that says why not, with the points of an earlier grading, if there was one."""
    try:
        points = read_points(submission)
    except (UnicodeError, SQLAlchemyError):  # not even its name can be read
        points = Points(0.0, possible_points(submission.course, submission.exercise))
    return Mark(
        submission.student,
        submission.exercise,
        points.points,
        points.max_points,
        status,
        reason,
    )


class Batch:
    """The submissions that one run grades."""

    def __init__(
        self,
        course: Course,
        chosen: list[Submission],
        show: Silence,
        options: Options,
    ):
        self.course, self.show, self.options = course, show, options
        self.chosen = chosen
        self.waiting: deque = deque(chosen)
        self.again: deque[Job] = deque()  # what did not start at first
        self.running: dict[asyncio.Future, Job] = {}
        self.marks: dict[Submission, Mark] = {}
        self.saved = {
            exercise: saved_students(course, exercise)
            for exercise in dict.fromkeys(one.exercise for one in chosen)
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
                job = self.prepare(self.waiting.popleft())
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

    def prepare(self, submission: Submission) -> Job | None:
        """What is to be executed; None if there is nothing to do or nothing can be done."""
        if odd := why_not_a_name(submission.student):
            mark = without_grading(submission, Status.NOT_GRADED, odd)
            self.note(submission, mark)
            return None
        try:
            return self.rebuild(submission)
        except Exception as error:  # noqa: BLE001 (one submission's stops no other)
            self.give_up(submission, "could not be read", error)
            return None

    def rebuild(self, submission: Submission) -> Job | None:
        rebuilt = rebuild(submission)
        limits = ExecuteInSandbox(config=self.course.settings).limits(rebuilt.notebook)
        new = fingerprint(submission, rebuilt, limits, self.options.sandbox)
        if (
            not self.options.force
            and submission.student in self.saved[submission.exercise]
            and new == saved_fingerprint(submission)
            and (mark := self.saved_mark(submission))
        ):
            self.note(submission, replace(mark, unchanged=True))
            return None
        replace(Verdict.of(rebuilt.notebook.metadata), fingerprint=new).write(
            rebuilt.notebook
        )
        return Job(submission, rebuilt, limits)

    def saved_mark(self, submission: Submission) -> Mark | None:
        """The mark that is saved; None if what was saved is damaged."""
        try:
            return mark_of(submission)
        except Exception as error:
            if is_ailment(error):
                raise
            return None

    def note(self, submission: Submission, mark: Mark) -> None:
        self.marks[submission] = mark
        self.show.graded(mark)

    async def finish_some(self) -> None:
        """Save what has been executed; wait for one if none has."""
        if not self.running:
            return
        done, _ = await asyncio.wait(self.running, return_when=asyncio.FIRST_COMPLETED)
        for execution in done:
            job = self.running.pop(execution)
            try:
                executed = execution.result()
            except (Exception, asyncio.CancelledError) as error:
                if concerns_everybody(error):
                    raise
                # No submission's fault, and no reason to stop for the others.
                if job.starts < TIMES_TO_START:
                    self.again.append(job)
                else:
                    self.give_up(job.submission, "could not be executed", error)
                continue
            try:
                await self.keep(job, executed)
                mark = mark_of(job.submission)
            except Exception as error:  # noqa: BLE001 (one submission's stops no other)
                self.give_up(job.submission, "could not be saved", error)
            else:
                self.note(job.submission, mark)

    def give_up(self, submission: Submission, what: str, error: BaseException) -> None:
        """Note that one submission is not graded, unless `error` concerns everybody."""
        if concerns_everybody(error):
            raise error
        # Whatever the error is: where the ground is sound, it is this submission's.
        check_answers(self.course, submission.exercise)
        check_folders(self.course)
        said = (str(error).strip().splitlines() or [""])[0][:MOST_SAID]
        said = sentence_for(error) or f"{type(error).__name__}: {said}".rstrip(": ")
        reason = (
            f"{what} ({said}); what was saved before stays. Run the command again, and if "
            f"that does not help, look into {submission.folder.relative_to(self.course.root)}"
        )
        self.note(submission, without_grading(submission, Status.NOT_GRADED, reason))

    async def keep(self, job: Job, executed: Executed) -> None:
        """Save it; wait while somebody else holds the gradebook."""
        for attempt in range(1, TIMES_TO_SAVE + 1):
            try:
                save(job.submission, executed.notebook)
                return
            except (SQLAlchemyError, InvalidEntry) as error:
                if not is_lock(error):
                    raise
                if attempt == TIMES_TO_SAVE:
                    raise ailment(self.course, error) from error
                self.show.tell("waiting: another program holds the gradebook")
                await asyncio.sleep(SECONDS_TO_WAIT)


def concerns_everybody(error: BaseException) -> bool:
    """Is it said of this machine or the course, and not of one submission?"""
    return isinstance(error, CourseError) and not isinstance(error, KernelError)
