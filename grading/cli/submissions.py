"""Submissions: collected, graded, marked by hand, reported."""

import os
import sys
from pathlib import Path

import click

from grading import autograde as autograding
from grading import collect as collecting
from grading.arrival.lms import SYSTEMS
from grading.cli.shown import console, show_marks
from grading.demo import note_file
from grading.execution.workers import Options


@click.command()
@click.argument("exercise")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--from",
    "system",
    type=click.Choice(SYSTEMS),
    help="Whose zip file it is; by default its names say so.",
)
@click.option(
    "--worksheet",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Moodle's grading worksheet, which has the times of handing in.",
)
@click.option(
    "--groups",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV file with the columns group and student: whose a group's submission is.",
)
@click.option(
    "--times",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV file with the columns student and time: when they handed in.",
)
@click.option(
    "--no-late",
    is_flag=True,
    help="Nobody is late of whom only the time of the download is known.",
)
@click.pass_context
def collect(context, exercise, file, system, worksheet, groups, times, no_late):
    """Lay the hand-ins of EXERCISE from FILE, a zip file of Moodle or Canvas, into submitted/.

    A newer hand-in replaces an older one, which is kept in downloaded/. Exits with 1 if
    anybody's hand-in was refused.
    """
    course = context.obj
    [chosen, *more] = course.choose((exercise,))
    if more:
        raise click.UsageError("A zip file is of one exercise.")
    with console.status(f"{chosen}: collecting from {file.name}"):
        plan = collecting.collect(
            course, chosen, file, system or "", worksheet, groups, times, no_late
        )
    collecting.print_plan(course, plan, console)
    if plan.is_refused():
        context.exit(1)


@click.command()
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


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1)
@click.pass_obj
def mark(course, options):
    """Open the page for marking written answers, one question at a time, in a browser.

    It is JupyterLab's server in the course's folder that shows it; OPTIONS are JupyterLab's,
    such as --no-browser. Ctrl-C ends it.
    """
    page = "--LabApp.default_url=/grading/marking"
    os.chdir(course.root)
    os.execv(sys.executable, [sys.executable, "-m", "jupyterlab", page, *options])


@click.command()
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
    note_file(course, path)
    click.echo(path)
