"""Who is in the class."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.table import Table

from grading.arrival.whose_name import name_of
from grading.cli.asked import agreed
from grading.cli.shown import console
from grading.console import shown
from grading.ids import RULE
from grading.people.changes import Changes, compare
from grading.people.class_file import ADVICE, COLUMNS, ClassFile, read_class
from grading.people.class_list import enter
from grading.private_file import others_may_read
from grading.removal import Traces, find_traces, remove
from grading.words import counted

MOST_ROWS = 100
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
            "Next, for each exercise: [bold]nbgrader generate_assignment EXERCISE --create "
            "--force[/bold]"
        )
    else:
        console.print(UNTOUCHED)


def show_file(listed: ClassFile) -> None:
    """How the file was read."""
    say(f"Ids are from the column {listed.id_column}; --id COLUMN takes another one.")
    if any(row.id != row.said for row in listed.rows):
        say(f"* {RULE}.")
    if listed.left_out:
        say(f"* Left out: {'; '.join(listed.left_out)}.")
    if listed.unused:
        say(f"* Not used: {', '.join(listed.unused)}. {ADVICE}")
    if others_may_read(listed.path):
        say(
            f"* Others on this computer can read {listed.path}: chmod 600 would end that."
        )


def show_changes(changes: Changes) -> None:
    """Who would be new or changed, who is gone, who was removed before."""
    rows = list(rows_of(changes))
    table = Table("what", "id", box=SIMPLE_HEAD)
    table.add_column("student", overflow="fold")
    for row in rows[:MOST_ROWS]:
        table.add_row(*map(shown, row))
    if rows:
        console.print(table)
    if len(rows) > MOST_ROWS:
        say(f"... and {len(rows) - MOST_ROWS} more.")
    for student, day in changes.removed.items():
        say(f"* {student} was removed on {day} and would be in the class again.")
    if changes.gone:
        say(
            "* Gone are those whom the gradebook has and the file has not. They stay. To "
            f"take one out: grading class --remove {changes.gone[0].id}"
        )
    say(
        f"New: {len(changes.new)}, changed: {len(changes.changed)}, the same: "
        f"{len(changes.same)}, gone: {len(changes.gone)}."
    )


def rows_of(changes: Changes) -> Iterator[tuple[str, str, str]]:
    """What is to happen, to whom, and what that is; the new ones, who are many, last."""
    for row in changes.changed:
        differences = [
            f"{name}: {before or 'nothing'} → {after or 'nothing'}"
            for name, before, after in changes.differences(row)
        ]
        yield "changed", row.id, "; ".join(differences)
    for person in changes.gone:
        yield "gone", person.id, name_of(person)
    for row in changes.new:
        facts = [row.facts.get(name) for name in COLUMNS]
        was = f" (from {row.said})" if row.id != row.said else ""
        yield "new", row.id, ", ".join(filter(None, facts)) + was


def take_out(course, student: str, yes: bool) -> None:
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


def show_traces(course, traces: Traces) -> None:
    """What would be removed, and what would remain."""
    name = name_of(traces.person)
    say(f"Of {traces.student}{name and f' ({name})'} these would be removed:")
    rows = [counted(count, what) for what, count in traces.rows.items()]
    if traces.rows or traces.is_known:
        say(f"* in the gradebook: {', '.join(['the student', *rows])}")
    for path in traces.paths:
        say(f"* {path.relative_to(course.root)}")
    for path, authors in traces.archives.items():
        who = ", ".join(sorted(map(str, authors)))
        say(f"* in {path.relative_to(course.root)} the files of {who}")
    say("These remain, for you to remove or make anew:")
    for one in traces.remains:
        say(f"* {one}")
    say(
        "* copies and archives elsewhere, your own lists, what a group handed in together, "
        "and what the platform has"
    )


def say(text: str) -> None:
    """Print what may hold anybody's text: no markup of rich's."""
    console.print(text, markup=False)
