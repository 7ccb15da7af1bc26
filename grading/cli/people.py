"""Who is in the class."""

from pathlib import Path

import click

from grading.cli.asked import agreed
from grading.cli.people_shown import say, show_changes, show_file, show_traces
from grading.cli.shown import console
from grading.course import Course
from grading.people.changes import compare
from grading.people.class_file import read_class
from grading.people.class_list import enter
from grading.removal import remove
from grading.traces import find_traces

UNTOUCHED = "Nothing was changed."


@click.command("class")
@click.argument(
    "file",
    required=False,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--id", "id_column", default="", help="The column that ids are from.")
@click.option("--remove", "student", metavar="ID", help="Take this person out.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.pass_obj
def class_list(course, file, id_column, student, yes):
    """Enter the class in FILE into the gradebook, or take one person out of the course.

    FILE is what Moodle or Canvas exports, or a CSV file with the columns id, first_name,
    last_name, email, lms_user_id. What would change is shown first. All are entered, or nobody.
    """
    if bool(file) == bool(student) or student and id_column:
        raise click.UsageError("Give FILE, or --remove ID.")
    if student:
        take_out(course, student, yes)
        return
    listed = read_class(file, id_column)
    changes = compare(course, listed)
    show_file(listed)
    show_changes(changes)
    if changes.is_empty():
        console.print("The gradebook says the same already.")
    elif agreed("Enter this?", yes):
        enter(course, changes)
        console.print(
            f"New in the class: {len(changes.new)}. Changed: {len(changes.changed)}.\n"
            "Next, for each exercise: [bold]grading enter EXERCISE[/bold]"
        )
    else:
        console.print(UNTOUCHED)


def take_out(course: Course, student: str, yes: bool) -> None:
    """Show what there is of a person; take it out if that is wanted."""
    traces = find_traces(course, student)
    show_traces(course, traces)
    if not agreed(f"Remove {traces.student}? It cannot be undone.", yes):
        console.print(UNTOUCHED)
        return
    remove(course, traces)
    say(
        f"{traces.student} is removed. Collecting and grading will not bring them back; "
        "grading class FILE with them in it does."
    )
    if any(name.startswith(("marks", "report")) for name in traces.remains):
        console.print(
            "Next: [bold]grading export[/bold] and [bold]grading report[/bold]"
        )
