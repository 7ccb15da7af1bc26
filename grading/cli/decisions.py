"""What was decided: tests that do not count, and notes on submissions."""

import click
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from grading.cli.shown import console
from grading.console import shown
from grading.deadlines.zone import in_zone
from grading.decisions import dropped, notes
from grading.results.penalties import save_penalties
from grading.submission.mark import possible_points
from grading.words import counted


@click.command("drop-test")
@click.argument("exercise", required=False)
@click.argument("test", required=False)
@click.option("--undo", is_flag=True, help="Count it again, with the points of before.")
@click.pass_obj
def drop_test(course, exercise, test, undo):
    """Take TEST of EXERCISE, a test or a written question, out of the count, or list them.

    Neither its points nor its maximum count any more, for anybody and at once; nothing is
    graded again. Without EXERCISE and TEST it shows what was taken out.
    """
    if exercise is None and not undo:
        print_dropped(course)
        return
    if test is None:
        raise click.UsageError("Give EXERCISE and TEST, or nothing, for a list.")
    chosen = one_of(course, exercise)
    change = dropped.count_again if undo else dropped.drop
    submissions = change(course, chosen, test)
    save_penalties(course, [chosen])
    done = "counts again" if undo else "no longer counts"
    points = possible_points(course, chosen)
    console.print(
        f"{escape(test)} of {chosen} {done}, for {counted(submissions, 'submission')}: "
        f"{points:g} points can be had. Feedback pages are as before. Next: [bold]nbgrader "
        f"generate_feedback {chosen} --force[/bold]"
    )


def one_of(course, exercise):
    """The one exercise that somebody has named."""
    [chosen, *more] = course.choose((exercise,))
    if more:
        raise click.UsageError(f"Name one exercise: {exercise} is {len(more) + 1}.")
    return chosen


def print_dropped(course):
    """What was taken out of the count."""
    found = dropped.read_dropped(course)
    if not found:
        console.print("Every test counts.")
        return
    table = Table("exercise", "does not count", "points it had", box=SIMPLE_HEAD)
    for (exercise, test), points in found.items():
        table.add_row(escape(exercise), escape(test), f"{points:g}")
    console.print(table)
    console.print(
        "To count one again: [bold]grading drop-test EXERCISE TEST --undo[/bold]"
    )


@click.command()
@click.argument("student", required=False)
@click.argument("exercise", required=False)
@click.argument("text", required=False)
@click.option("--by", default="", help="Who decided; the account's name by default.")
@click.option("--remove", type=int, metavar="N", help="Take note N out again.")
@click.pass_obj
def note(course, student, exercise, text, by, remove):
    """Keep what was decided on STUDENT's EXERCISE, as TEXT, or show what was.

    Without TEXT it shows the notes on STUDENT, or all of them. Notes stand in the export,
    for instructors only: no feedback page has them.
    """
    if remove is not None and student or by and text is None:
        raise click.UsageError(
            'Give STUDENT EXERCISE "TEXT", or --remove N, or neither.'
        )
    if remove is not None:
        notes.remove_note(course, remove)
        console.print(f"Note {remove} is gone.")
        return
    chosen = one_of(course, exercise) if exercise else ""
    if text is not None:
        number = notes.add_note(course, student, chosen, text, by)
        console.print(
            f"Note {number} is kept, and stands in [bold]grading export[/bold]. To take it "
            f"out again: [bold]grading note --remove {number}[/bold]"
        )
        return
    print_notes(course, notes.read_notes(course, student or "", chosen))


def print_notes(course, found):
    """Notes, one row each."""
    if not found:
        console.print("There are no notes.")
        return
    table = Table("note", "student", "exercise", "when", "by", box=SIMPLE_HEAD)
    table.add_column("text", overflow="fold")
    for one in found:
        when = in_zone(course.settings, one.at)
        table.add_row(
            str(one.number),
            *(
                shown(cell)
                for cell in (one.student, one.exercise, when, one.by, one.text)
            ),
        )
    console.print(table)
