"""Who is in the class."""

from pathlib import Path

import click
from rich.markup import escape

from grading.arrival import class_list
from grading.cli.shown import console


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def students(course, file):
    """Enter the class list in FILE, a CSV file, into the gradebook.

    It has a column id and, as far as known, first_name, last_name, email, lms_user_id. What
    the file does not say of a student stays as it is. All are entered, or nobody.
    """
    new, there, unused = class_list.import_students(course, file)
    if unused:
        console.print(f"* Not used: {escape(', '.join(unused))}. {class_list.ADVICE}")
    console.print(f"New in the class: {len(new)}. There before: {len(there)}.")
