"""The command line of `grading`."""

import os
import sys
from pathlib import Path

import click
from rich.console import Console

from grading import autograde as autograding
from grading import demo as demonstration
from grading.autograde import Options
from grading.course import Course, CourseError
from grading.marks import print_marks, write_csv
from grading.progress import OnConsole

console = Console(highlight=False)
if not console.is_terminal:
    console.width = 160  # a log file has no edge to wrap at


class FriendlyGroup(click.Group):
    """Says what a person can put right in one line instead of a traceback."""

    def invoke(self, context):
        try:
            return super().invoke(context)
        except CourseError as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=FriendlyGroup)
@click.option(
    "--course",
    "root",
    type=click.Path(path_type=Path),
    default=".",
    help="The course's folder; the current one by default.",
)
@click.pass_context
def main(context, root):
    """Commands for instructors and maintainers beside nbgrader's own."""
    # nbgrader calls alembic by name, also where the environment is not activated.
    os.environ["PATH"] = os.pathsep.join(
        [str(Path(sys.executable).parent), os.environ["PATH"]]
    )
    context.obj = Course(root)


@main.command()
@click.argument("exercises", nargs=-1)
@click.pass_obj
def release(course, exercises):
    """Generate release/ from source/: all EXERCISES, or those named.

    The gradebook is left alone; `nbgrader generate_assignment` enters an exercise there.
    """
    for exercise in course.choose(exercises):
        with console.status(f"{exercise}: generating the release"):
            course.release(exercise, into_gradebook=False)
        console.print(f"release/{exercise}")


@main.command()
@click.argument("exercises", nargs=-1, required=True)
@click.option(
    "--student", "students", multiple=True, help="Only this student; may be repeated."
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Notebooks to run at a time; the number of cores by default.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Grade again what has not changed since it was graded.",
)
@click.option(
    "--dask",
    metavar="ADDRESS",
    default="",
    help="Run the notebooks on the workers of this Dask scheduler (tcp://host:8786).",
)
@click.option(
    "--no-sandbox",
    is_flag=True,
    help="Run students' code with your rights. Only for hand-ins that you trust.",
)
@click.pass_obj
def autograde(course, exercises, students, jobs, force, dask, no_sandbox):
    """Grade the hand-ins of EXERCISES, write feedback, print the marks.

    EXERCISES are names or patterns, such as 'part1-*'. What has not changed since it was
    graded is left alone. Stopped at any moment and started again, it goes on from there.
    """
    if jobs and dask:
        raise click.UsageError(
            "--jobs is for this machine; with --dask the workers decide."
        )
    chosen = course.choose(exercises)
    options = Options(not no_sandbox, jobs or 0, dask, force)
    show_marks(lambda show: autograding.run(course, chosen, students, show, options))


@main.command()
@click.argument("exercises", nargs=-1)
@click.option(
    "--to",
    "path",
    type=click.Path(path_type=Path),
    help="The page's file; report.html in the course's folder by default.",
)
@click.pass_obj
def report(course, exercises, path):
    """Write one page about the class: marks, tests, what needs attention.

    EXERCISES are names or patterns, such as 'part1-*'; all of them by default.
    """
    # Matplotlib takes a while to import, and no other command needs it.
    from grading.report import write_report

    path = path or course.root / "report.html"
    with console.status("") as status:
        write_report(course, course.choose(exercises), path, status.update)
    click.echo(path)


@main.command()
@click.argument("exercises", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every exercise there is.")
@click.option("--remove", is_flag=True, help="Take the demonstration class out again.")
@click.pass_obj
def demo(course, exercises, every, remove):
    """Grade a demonstration class in EXERCISES (the first one by default)."""
    if remove:
        demonstration.remove(course)
        console.print("The demonstration class is gone.")
        return
    first = None if every else 1
    chosen = course.choose(exercises or tuple(course.exercises[:first]))
    show_marks(lambda show: demonstration.run(course, chosen, show, Options()))
    write_csv(course, course.root / "marks.csv")
    console.print(
        "Graded notebooks are in autograded/, feedback in feedback/, marks in gradebook.db "
        "and marks.csv.\n[bold]make demo-clean[/bold] takes the class out of the course again."
    )


def show_marks(run):
    """Show how `run` gets on, then its marks; exit with 1 if any could not be had."""
    try:
        with OnConsole(console) as show:
            marks = run(show)
    except KeyboardInterrupt:
        raise click.ClickException(
            "Stopped. What was graded until now is saved; the same command goes on from there."
        ) from None
    print_marks(marks, console)
    if left := [mark for mark in marks if mark.status == "not graded"]:
        raise click.ClickException(
            f"{len(left)} of {len(marks)} hand-ins could not be graded on this machine; the "
            "others are saved. Run the command again."
        )
