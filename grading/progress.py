"""What is seen while a class is graded: what is done, what is left, and until when."""

import datetime
import time
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from coursework.terminal import in_one_line
from grading.submission.marks import Mark


class Silence:
    """Shows nothing."""

    def step(self, text: str) -> None:
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

    def step(self, text: str) -> None:
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
