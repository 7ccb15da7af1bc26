"""The command line of `coursework`."""

import asyncio
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress as Bar
from rich.table import Table

from coursework.check import Result, check
from coursework.friendly import FriendlyGroup
from coursework.handout import Exercise, Handout, HandoutError, exercise_of
from coursework.progress import BY_HAND, WHAT_COUNTS, as_texts, read_progress
from coursework.update import update

console = Console(highlight=False)


@click.group(cls=FriendlyGroup)
def main():
    """Commands for students of the course."""


@main.command("check")
@click.argument("exercises", nargs=-1, required=True)
@click.pass_context
def check_command(context, exercises):
    """Run the visible checks of EXERCISES from a fresh start, as grading will.

    EXERCISES are names, such as part1-1-autodiff-scalar, or files. Exits with 1 if a check
    failed. Your notebooks stay as they are; save them first.
    """
    failed = False
    for exercise in [find(words) for words in exercises]:
        result = run(exercise)
        print_result(result)
        failed |= bool(result.failed)
    context.exit(int(failed))


def find(words: str) -> Exercise:
    """The exercise that a student means by a name, a folder or a file."""
    path = Path(words)
    if path.is_dir():
        path = path / f"{path.resolve().name}.ipynb"
    if path.is_file():
        return exercise_of(path)
    return Handout.around(Path()).exercise(path.stem)


def run(exercise: Exercise) -> Result:
    """Check one exercise, with a bar."""
    with Bar(console=console, transient=True) as bar:
        task = bar.add_task(exercise.name, total=None)
        return asyncio.run(
            check(
                exercise,
                lambda done, total: bar.update(task, completed=done, total=total),
            )
        )


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
    console.print(f"\n[bold]{result.exercise}[/bold]: {result.summary}")


@main.command("progress")
def progress_command():
    """Show how far you are in all exercises, from your notebooks as you last saved them."""
    table = Table(box=SIMPLE_HEAD)
    for column in ("exercise", "checks passed", "points possible"):
        table.add_column(column)
    for one in read_progress(Handout.around(Path())):
        table.add_row(escape(one.title), *map(escape, as_texts(one)))
    console.print(table)
    console.print(f"{WHAT_COUNTS} {BY_HAND}")


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
    came = update(Handout.around(Path()), file)
    console.print(f"New: {', '.join(came.added) or 'no exercise'}.")
    if came.kept:
        console.print(f"Kept as you have them: {', '.join(came.kept)}.")
    if came.start:
        console.print(f"What you wrote in Start.ipynb is in {came.start}.")
    if came.install_again:
        console.print(
            "Other packages are needed now: python -m pip install -r requirements.txt"
        )
