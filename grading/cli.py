"""The command line of `grading`."""

import os
import sys
from pathlib import Path

import click
from rich.console import Console

from grading import autograde as autograding
from grading import demo as demonstration
from grading.course import Course, CourseError
from grading.marks import print_table, write_csv

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
    "--no-sandbox",
    is_flag=True,
    help="Run students' code with your rights. Only for hand-ins that you trust.",
)
@click.pass_obj
def autograde(course, exercises, students, no_sandbox):
    """Grade the hand-ins of EXERCISES, write feedback, print the marks.

    EXERCISES are names or patterns, such as 'part1-*'.
    """
    chosen = course.choose(exercises)
    show_marks(
        lambda tell: autograding.run(course, chosen, students, tell, not no_sandbox)
    )


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
    show_marks(lambda tell: demonstration.run(course, chosen, tell))
    write_csv(course, course.root / "marks.csv")
    console.print(
        "Graded notebooks are in autograded/, feedback in feedback/, marks in gradebook.db "
        "and marks.csv.\n[bold]make demo-clean[/bold] takes the class out of the course again."
    )


def show_marks(run):
    """Show what `run` tells while it works, then the table of its marks."""
    with console.status("") as status:

        def tell(step):
            # A terminal shows one changing line, a log one line a step.
            status.update(step) if console.is_terminal else console.print(step)

        marks = list(run(tell))
    print_table(marks, console)
