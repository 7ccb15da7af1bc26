"""Feedback and marks, back to the students."""

from pathlib import Path

import click
from rich.markup import escape

from coursework.terminal import in_one_line
from grading import give_back
from grading.cli.shown import console
from grading.course import CourseError
from grading.returning.finished import TO_DO, UNFINISHED, Why
from grading.words import counted

# Where a platform takes which file.
UPLOAD = {
    "moodle": {
        ".csv": "in Moodle, in English, where all submissions are: Upload grading worksheet",
        ".zip": "after the worksheet: Upload multiple feedback files in a zip",
    },
    "canvas": {
        ".csv": "in Canvas, in the Gradebook: Import",
        ".zip": "in Canvas, on the assignment's page: Re-Upload Submissions. Students save "
        "the page under a name that ends in .html",
    },
}


@click.command("return")
@click.argument("exercise")
@click.option(
    "--format",
    "way",
    type=click.Choice(give_back.WAYS),
    required=True,
    help="Files for Moodle or Canvas, or at once by nbgrader's exchange.",
)
@click.option(
    "--unfinished",
    is_flag=True,
    help="Also to those whose answer waits for a mark, or who have handed in anew since.",
)
@click.option(
    "--worksheet",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Moodle's grading worksheet; by default the one that collect was given.",
)
@click.option(
    "--groups",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV file with the columns group and student; by default collect's.",
)
@click.option(
    "--to",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder for the files; the course's by default.",
)
@click.pass_obj
def return_(course, exercise, way, unfinished, worksheet, groups, folder):
    """Give feedback and marks of EXERCISE back to all who are finished.

    Finished is who is graded and has no answer that waits for a mark by hand. The pages are
    written anew first, with the marks as they are now. Who is left out is named, with why.
    """
    [chosen, *more] = course.choose((exercise,))
    if more:
        raise click.UsageError("One exercise is given back at a time.")
    if worksheet and way != "moodle" or way == "exchange" and (groups or folder):
        raise click.UsageError(
            "--worksheet is for Moodle alone, --groups and --to for Moodle and Canvas."
        )
    with console.status(f"{chosen}: writing the pages"):
        if way == "exchange":
            given = give_back.by_exchange(course, chosen, unfinished)
        else:
            given = give_back.to_platform(
                *(course, chosen, way, folder or course.root),
                *(unfinished, worksheet, groups),
            )
    print_given(given, chosen, way)


def print_given(given: give_back.GivenBack, exercise: str, way: str) -> None:
    """Who is left out and why, what there is now, and where it goes."""
    names = {"exercise": exercise, "system": way.capitalize()}
    if given.left_out:
        console.print("Left out:")
    for why in Why:
        if some := sorted(s for s, one in given.left_out.items() if one is why):
            said = f"* {why.format(**names)}: {len(some)}."
            if why in TO_DO:
                said += f" To do: {TO_DO[why].format(**names)}"
            console.print(said, markup=False)
            console.print(f"  {escape(in_one_line(', '.join(some)))}")
    for remark in given.remarks:
        console.print(f"* {escape(in_one_line(remark))}")
    if not given.students and not given.files:
        hint = " (--unfinished takes more)" * any(
            why in UNFINISHED for why in given.left_out.values()
        )
        raise CourseError(f"Nobody's {exercise} can be given back yet{hint}.")
    console.print(f"Feedback for {counted(len(given.students), 'student')}.")
    for path in given.files:
        console.print(f"Next: {path}\n      {UPLOAD[way][path.suffix]}", markup=False)
    if way == "exchange":
        console.print(
            f"Next: students type nbgrader fetch_feedback {exercise}, or look into "
            "JupyterLab's Assignment List."
        )
