"""The command line of `grading`."""

import os
import sys
from pathlib import Path

import click
from rich.markup import escape

from grading import autograde as autograding
from grading import collect as collecting
from grading import demo as demonstration
from grading import doctor as doctoring
from grading import export as exporting
from grading import handout as handing_out
from grading.arrival import class_list
from grading.arrival.lms import SYSTEMS
from grading.console import (
    CourseGroup,
    OnConsole,
    print_due,
    print_extensions,
    print_marks,
    terminal,
)
from grading.course import Course
from grading.deadlines import due as deadlines
from grading.deadlines import extensions, wishes
from grading.execution.workers import Options
from grading.results.penalties import save_penalties
from grading.verdict import Status

console = terminal()


@click.group(cls=CourseGroup)
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
@click.argument("exercises", nargs=-1)
@click.option(
    "--to",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; dp-course-student.zip in the course's folder by default.",
)
@click.pass_obj
def handout(course, exercises, path):
    """Write one zip file with all that students need for EXERCISES, by default all.

    EXERCISES are names or patterns, such as 'part1-*'. dp and the pages that show its source
    go along as soon as a notebook imports it, and no earlier: they answer the first exercises.
    """
    path = path or course.root / handing_out.NAME
    with console.status("") as status:
        names = handing_out.write_handout(
            course,
            course.choose(exercises),
            path,
            status.update,
            lambda folder, tags: handing_out.build_site(course, folder, tags),
        )
    wheels = [name for name in names if name.endswith(".whl")]
    console.print(f"{path}: {len(names)} files, wheels: {', '.join(wheels)}")


@main.command()
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


@main.command(context_settings={"ignore_unknown_options": True})
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


@main.command()
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
    click.echo(path)


@main.command()
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


@main.command()
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


@main.command()
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


@main.command()
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


@main.command()
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
    "--to",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; marks.csv, marks-moodle.csv or marks-canvas.csv by default.",
)
@click.option(
    "--identify",
    type=click.Choice(tuple(exporting.MoodleExport.IDENTIFIERS)),
    help="By what Moodle is to find a student; by default what the gradebook has.",
)
@click.pass_obj
def export(course, exercises, style, by, to, identify):
    """Write the marks of EXERCISES, by default of all in the gradebook, into a file.

    EXERCISES are names or patterns, such as 'part1-*'.
    """
    chosen = course.choose(exercises) if exercises else []
    path, remarks = exporting.export(course, style, by, chosen, to, identify or "")
    for remark in remarks:
        console.print(f"* {escape(remark)}")
    console.print(f"The marks are in {path}.")


@main.command()
@click.pass_context
def doctor(context):
    """Say whether this machine can grade, and what to do; exit with 1 if it cannot."""
    with console.status("") as status:
        findings = doctoring.examine(context.obj, status.update)
    if not doctoring.print_findings(findings, console):
        context.exit(1)


@main.command()
@click.argument("exercises", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Every exercise there is.")
@click.option("--remove", is_flag=True, help="Take the demonstration class out again.")
@click.pass_obj
def demo(course, exercises, every, remove):
    """Grade a demonstration class in EXERCISES (the first one by default)."""
    if remove:
        for remark in demonstration.remove(course):
            console.print(f"* {escape(remark)}; it stays")
        console.print("The demonstration class is gone.")
        return
    first = None if every else 1
    chosen = course.choose(exercises or tuple(course.exercises[:first]))
    show_marks(lambda show: demonstration.run(course, chosen, show, Options()))
    into = "gradebook.db"
    if demonstration.write_marks(course):
        into += f" and {demonstration.MARKS}"
    else:
        console.print(f"* {demonstration.MARKS} is not the demonstration's; it stays")
    console.print(
        "Graded notebooks are in autograded/, feedback in feedback/, marks in "
        f"{into}.\n[bold]make demo-clean[/bold] takes the class out of the course again."
    )


def show_marks(run):
    """Show how `run` gets on, then its marks; exit with 1 if any could not be had."""
    with OnConsole(console) as show:
        marks = run(show)
    print_marks(marks, console)
    if any(mark.by_hand for mark in marks):
        console.print(
            "Written answers wait for a mark by hand. Next: [bold]grading mark[/bold]"
        )
    if left := [mark for mark in marks if mark.status is Status.NOT_GRADED]:
        raise click.ClickException(
            f"{len(left)} of {len(marks)} hand-ins could not be graded, and the others are "
            "saved. The table says why and what to do."
        )
