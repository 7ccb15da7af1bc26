"""The terminal of `grading`: progress, the table of marks, and commands that end in a sentence."""

import datetime
import time
from collections.abc import Iterable
from typing import Self

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from coursework.friendly import FriendlyGroup
from coursework.terminal import Terminal, in_one_line
from grading.course import Course
from grading.deadlines.due import read_due
from grading.deadlines.extensions import read_extensions
from grading.deadlines.zone import in_zone, name_of_zone
from grading.gradebook import ailment, is_ailment
from grading.submission.mark import Mark
from grading.verdict import Status
from grading.words import duration

STOPPED = "Stopped. What was finished until now is saved; the same command goes on from there."
MOST_ROWS = 100  # of the table
SLOWEST = 3
WIDTH_OF_A_LOG = 160  # a log file has no edge to wrap at


def terminal() -> Terminal:
    """Where the commands print."""
    console = Terminal()
    if not console.is_terminal:
        console.width = WIDTH_OF_A_LOG
    return console


class CourseGroup(FriendlyGroup):
    """Says in a sentence, too, that somebody stopped a command or what ails the gradebook."""

    def invoke(self, context):
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            raise click.ClickException(STOPPED) from None
        except Exception as error:
            if is_ailment(error) and isinstance(context.obj, Course):
                raise click.ClickException(str(ailment(context.obj, error))) from None
            raise


class Silence:
    """Shows nothing."""

    def tell(self, text: str) -> None:
        """Say what is being done."""

    def begin(self, total: int) -> None:
        """`total` hand-ins are to be graded."""

    def graded(self, mark: Mark) -> None:
        """One of them is graded and saved, or was so before (`mark.unchanged`)."""


class OnConsole(Silence):
    """A bar on a terminal; in a log a line for each hand-in."""

    def __init__(self, console: Console):
        self.console = console
        self.bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[ready]}"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self.task = self.bar.add_task("", total=None, ready="")
        self.clock = Clock()

    def __enter__(self) -> Self:
        self.bar.start()
        return self

    def __exit__(self, *error) -> None:
        self.bar.stop()

    def tell(self, text: str) -> None:
        self.bar.update(self.task, description=in_one_line(text))
        if not self.console.is_terminal:
            self.console.print(text, markup=False)

    def begin(self, total: int) -> None:
        self.clock = Clock(total)
        self.bar.update(self.task, total=total, completed=0, ready="")

    def graded(self, mark: Mark) -> None:
        self.clock.count(mark.unchanged)
        what = "unchanged" if mark.unchanged else mark.status
        ready = self.clock.ready()
        text = in_one_line(f"{mark.exercise}: {what}, {mark.student}")
        self.bar.update(self.task, description=text, advance=1, ready=ready)
        if not self.console.is_terminal:
            self.console.print(
                f"{text}; {self.clock.done} of {self.clock.total}{ready and ', '}{ready}",
                markup=False,
            )


class Clock:
    """Foresees the end from the time that graded hand-ins have taken so far."""

    def __init__(self, total: int = 0):
        self.total, self.done, self.worked = total, 0, 0
        self.begin = time.monotonic()

    def count(self, unchanged: bool) -> None:
        self.done += 1
        self.worked += not unchanged
        if not self.worked:  # what was merely looked at foretells nothing
            self.begin = time.monotonic()

    def ready(self, now: datetime.datetime | None = None) -> str:
        """When the last one will be graded, as "ready at about 14:32"; "" if unknown."""
        left = self.total - self.done
        if not self.worked or not left:
            return ""
        seconds = (time.monotonic() - self.begin) / self.worked * left
        end = (now or datetime.datetime.now()) + datetime.timedelta(seconds=seconds)
        day = "" if seconds < 12 * 3600 else end.strftime("%A ")
        return f"ready at about {day}{end:%H:%M}"


def print_marks(marks: list[Mark], console: Console) -> None:
    """A table of the marks, or of the odd ones among many; how many; the slowest."""
    odd = [mark for mark in marks if mark.status is not Status.GRADED]
    print_table(marks if len(marks) <= MOST_ROWS else odd[:MOST_ROWS], console)
    if len(marks) > MOST_ROWS:
        console.print(
            f"The table shows {min(len(odd), MOST_ROWS)} of {len(marks)} hand-ins: those "
            "that are not simply graded. grading report shows the whole class."
        )
    unchanged = sum(mark.unchanged for mark in marks)
    failed = sum(
        mark.status in (Status.NOT_GRADED, Status.NOT_IN_CLASS) for mark in marks
    )
    console.print(f"{len(marks) - unchanged - failed} graded", end="")
    if unchanged:
        console.print(
            f", {unchanged} unchanged and not graded again (--force does)", end=""
        )
    slow = [mark for mark in marks if not mark.unchanged and mark.seconds]
    slow = sorted(slow, key=lambda mark: -mark.seconds)[:SLOWEST]
    named = (f"{shown(m.student)} in {m.exercise} ({m.seconds:.0f} s)" for m in slow)
    console.print(f". Slowest: {', '.join(named)}." if slow else ".")


def print_table(marks: Iterable[Mark], console: Console) -> None:
    """Student, exercise, points of points, status and reason, one row a hand-in."""
    table = Table(box=SIMPLE_HEAD)
    for heading in ("student", "exercise", "points", "status"):
        table.add_column(heading, no_wrap=True)
    table.add_column("reason", overflow="fold")
    for mark in marks:
        table.add_row(
            shown(mark.student),
            mark.exercise,
            f"{mark.points:g} of {mark.max_points:g}",
            mark.status,
            shown(mark.reason),
        )
    console.print(table)


def shown(text: str) -> str:
    """A submission's text for a line of a table: in one line, and no markup of rich's."""
    return escape(in_one_line(text))


def print_due(course: Course, exercises: list[str], console: Console) -> None:
    """When each exercise is due."""
    table = Table("exercise", "due", box=SIMPLE_HEAD)
    found = read_due(course)
    for exercise in exercises:
        due = found.get(exercise)
        table.add_row(exercise, in_zone(course.settings, due) if due else "-")
    console.print(table)
    console.print(f"Times are in {name_of_zone(course.settings)}.")


def print_extensions(course: Course, console: Console) -> None:
    """Who has more time for what."""
    given, found = read_extensions(course), read_due(course)
    if not given:
        console.print("Nobody has more time.")
        return
    table = Table("student", "exercise", "more time", "due", box=SIMPLE_HEAD)
    for (student, exercise), more in sorted(given.items()):
        due = found.get(exercise)
        table.add_row(
            escape(student),
            exercise,
            duration(more.total_seconds()),
            in_zone(course.settings, due + more) if due else "no due date",
        )
    console.print(table)
