"""What commands on people show: how a list was read, what it changes, what there is of one."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table

from coursework.terminal import in_one_line
from grading.arrival.whose_name import name_of
from grading.cli.shown import console
from grading.console import shown
from grading.course import Course
from grading.ids import RULE
from grading.people.changes import Changes
from grading.people.class_file import ADVICE, COLUMNS, ClassFile
from grading.private_file import others_may_read
from grading.traces import Traces
from grading.words import counted

MOST_ROWS = 100


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


def show_traces(course: Course, traces: Traces) -> None:
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
    console.print(in_one_line(text), markup=False)
