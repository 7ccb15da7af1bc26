"""Due dates, and who has more time."""

from pathlib import Path

import click

from grading.cli.shown import console
from grading.console import print_due, print_extensions
from grading.deadlines import due as deadlines
from grading.deadlines import extensions, wishes
from grading.results.penalties import save_penalties


@click.command()
@click.argument("exercise", required=False)
@click.argument("time", required=False)
@click.option(
    "--zone",
    default="",
    help="The zone of TIME, such as Europe/Berlin; the course's by default.",
)
@click.option("--remove", is_flag=True, help="Take the due date away.")
@click.pass_obj
def due(course, exercise, time, zone, remove):
    """Show when exercises are due, or let EXERCISE be due at TIME ("2027-01-31 23:59").

    EXERCISE is a name or a pattern, such as 'part1-*'. What is graded already follows.
    """
    if time and remove or remove and not exercise or zone and not time:
        raise click.UsageError("Give EXERCISE and TIME, or EXERCISE and --remove.")
    chosen = course.choose((exercise,) if exercise else ())
    if remove:
        deadlines.remove_due(course, chosen)
    elif time:
        deadlines.set_due(course, chosen, time, zone)
    if time or remove:
        save_penalties(course, chosen)
    print_due(course, chosen, console)


@click.command()
@click.argument("student", required=False)
@click.argument("exercises", nargs=-1)
@click.option("--days", type=float, help="From the due date on; 0 takes it back.")
@click.option("--all", "every", is_flag=True, help="For every exercise.")
@click.option(
    "--from",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV file with the columns student, exercise and days.",
)
@click.pass_obj
def extend(course, student, exercises, days, every, file):
    """Give STUDENT more time for EXERCISES, or show who has more time.

    Also before anything is handed in. A new extension takes an earlier one's place; what is
    graded already follows.
    """
    one = student and days is not None and (exercises or every)
    if file and (student or days is not None) or student and not one:
        raise click.UsageError(
            "Give STUDENT EXERCISES --days 2, or --from FILE.csv, or nothing, for a list."
        )
    if file or one:
        wanted = (
            wishes.in_file(course, file)
            if file
            else wishes.for_student(
                course, student, course.choose(() if every else exercises), days
            )
        )
        extensions.extend(course, wanted)
        save_penalties(course, sorted({exercise for _, exercise in wanted}))
    print_extensions(course, console)
