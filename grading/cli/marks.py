"""Marks, for people and for the platforms."""

from pathlib import Path

import click
from rich.markup import escape

from grading import export as exporting
from grading.cli.shown import console
from grading.demo import note_file


@click.command()
@click.argument("exercises", nargs=-1)
@click.option(
    "--format",
    "style",
    type=click.Choice(tuple(exporting.EXPORTERS)),
    default="csv",
    show_default=True,
    help="For people and spreadsheets, or for the import of Moodle or Canvas.",
)
@click.option(
    "--by",
    type=click.Choice(exporting.BYS),
    default="exercise",
    show_default=True,
    help="Points of each exercise or test, or all marks by hand of each question.",
)
@click.option(
    "--term",
    "is_term",
    is_flag=True,
    help="A row a student: all exercises, the total by c.TermRule, who is at risk.",
)
@click.option(
    "--to",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; by default marks.csv, marks-moodle.csv or marks-canvas.csv, with --term "
    "marks-term.csv and so on.",
)
@click.option(
    "--identify",
    type=click.Choice(tuple(exporting.MoodleExport.IDENTIFIERS)),
    help="By what Moodle is to find a student; by default what the gradebook has.",
)
@click.pass_obj
def export(course, exercises, style, by, is_term, to, identify):
    """Write the marks of EXERCISES, by default of all in the gradebook, into a file.

    EXERCISES are names or patterns, such as 'part1-*'.
    """
    if is_term and by != "exercise":
        raise click.UsageError("--term goes without --by.")
    by = "term" if is_term else by
    chosen = course.choose(exercises) if exercises else []
    path, remarks = exporting.export(course, style, by, chosen, to, identify or "")
    note_file(course, path)
    for remark in remarks:
        console.print(f"* {escape(remark)}")
    console.print(f"The marks are in {path}.")
