"""The command line of `coursework`."""

import asyncio
import time
from pathlib import Path

import click
from rich.markup import escape
from rich.progress import Progress as Bar

from coursework.check import Result, check
from coursework.friendly import FriendlyGroup
from coursework.handout import Exercise, Handout, HandoutError, exercise_of
from coursework.progress import read_progress
from coursework.run import SECONDS, Step
from coursework.start_page import refresh
from coursework.table import as_of_today, as_table, notes
from coursework.terminal import Terminal
from coursework.update import update

SECONDS_BETWEEN_LINES = 10
console = Terminal()


@click.group(cls=FriendlyGroup)
def main():
    """Commands for students of the course."""


@main.command("check")
@click.argument("exercises", nargs=-1, required=True)
@click.option(
    "--seconds",
    type=click.IntRange(min=1),
    default=SECONDS,
    show_default=True,
    help="How long one cell may take; more for a slow computer.",
)
@click.pass_context
def check_command(context, exercises, seconds):
    """Run the visible checks of EXERCISES from a fresh start, as grading will.

    EXERCISES are names, such as part1-1-autodiff-scalar, or files. Exits with 1 if a check
    failed. Your notebooks stay as they are; save them first.
    """
    failed = False
    found = [find(words) for words in exercises]
    for exercise in found:
        result = run(exercise, seconds)
        print_result(result)
        failed |= bool(result.failed)
    for root in {exercise.handout for exercise in found if exercise.handout}:
        refresh(Handout(root))
    context.exit(int(failed))


def find(words: str) -> Exercise:
    """The exercise that a student means by a name, a folder or a file."""
    path = Path(words)
    if path.is_dir():
        path = path / f"{path.resolve().name}.ipynb"
    if path.is_file():
        return exercise_of(path)
    return Handout.around(Path()).exercise(path.stem)


class Watching:
    """Shows on stderr how far a check is: a bar on a terminal, else a line now and then."""

    def __init__(self, exercise: Exercise):
        self.name = exercise.name
        self.console = Terminal(stderr=True)
        self.bar = Bar(
            console=self.console, transient=True, disable=not self.console.is_terminal
        )
        self.place = self.bar.add_task(self.name, total=None)
        self.task, self.said = "", time.monotonic()

    def step(self, step: Step) -> None:
        words = f"{self.name}: {step.task}" if step.task else self.name
        self.bar.update(
            self.place,
            completed=step.done,
            total=step.total,
            description=escape(words),
        )
        late = time.monotonic() - self.said > SECONDS_BETWEEN_LINES
        if not self.console.is_terminal and (late or step.task != self.task):
            self.task, self.said = step.task, time.monotonic()
            line = f"{words} (cell {step.done + 1} of {step.total})"
            self.console.print(escape(line), soft_wrap=True)


def run(exercise: Exercise, seconds: int) -> Result:
    """Check one exercise, and show how far it is."""
    watching = Watching(exercise)
    with watching.bar:
        try:
            return asyncio.run(check(exercise, watching.step, seconds))
        except asyncio.CancelledError:
            raise KeyboardInterrupt from None


def print_result(result: Result) -> None:
    """Each failed check in its author's words under its task, then the summary."""
    task = ""
    for one in result.failed:
        if one.task != task:
            task = one.task
            console.print(f"\n[bold]{escape(task)}[/bold]")
        console.print(f"  ✘ {escape(one.name)}: {escape(one.sentence)}")
        for place in one.where:
            console.print(f"    {escape(place)}", style="dim")
    for remark in result.remarks:
        console.print(f"* {escape(remark)}")
    due = f" {result.due}" if result.due else ""
    console.print(f"\n[bold]{result.exercise}[/bold]: {result.summary}{due}")


@main.command("progress")
def progress_command():
    """Show how far you are in all exercises, from your notebooks as you last saved them."""
    handout = Handout.around(Path())
    progress = read_progress(handout)
    console.print(as_table(progress))
    console.print(f"{as_of_today()} {notes(progress)}", markup=False)
    refresh(handout, progress)


@main.command("update")
@click.argument("file", type=click.Path(path_type=Path))
def update_command(file):
    """Add the new exercises of FILE, a newer dp-course-student.zip, to this folder.

    FILE may also be the folder that a browser has unpacked. Notebooks that you have stay as
    they are.
    """
    if not file.exists():
        raise HandoutError(
            f"There is no {file}. Safari unpacks a zip file by itself: then name the folder, "
            f"{file.parent / 'dp-course'}."
        )
    handout = Handout.around(Path())
    came = update(handout, file)
    refresh(handout)
    console.print(f"New: {', '.join(came.added) or 'no exercise'}.")
    if came.kept:
        console.print(f"Kept as you have them: {', '.join(came.kept)}.")
    if came.start:
        console.print(f"What you wrote in Start.ipynb is in {came.start}.")
    if came.dates:
        console.print("Due dates have changed: coursework progress shows them.")
    if came.install_again:
        console.print(
            "Other packages are needed now: python -m pip install -r requirements.txt"
        )
