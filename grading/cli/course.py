"""The course itself: its release, what students get, the machine, a demonstration."""

from pathlib import Path

import click
from rich.markup import escape

from grading import demo as demonstration
from grading import doctor as doctoring
from grading import entering
from grading import handout as handing_out
from grading.cli.shown import console, show_marks
from grading.deadlines import giveaways
from grading.execution.workers import Options


@click.command()
@click.argument("exercises", nargs=-1)
@click.pass_obj
def release(course, exercises):
    """Generate release/ from source/: all EXERCISES, or those named.

    The gradebook is left alone; `grading enter` enters an exercise there.
    """
    for exercise in course.choose(exercises):
        with console.status(f"{exercise}: generating the release"):
            course.release(exercise, into_gradebook=False)
        console.print(f"release/{exercise}")


@click.command()
@click.argument("exercises", nargs=-1, required=True)
@click.pass_obj
def enter(course, exercises):
    """Make the release of EXERCISES and enter them into the gradebook, with tests and points.

    EXERCISES are names or patterns, such as 'part1-*'. Again after a change in source/: what
    is graded already stays.
    """
    chosen = course.choose(exercises)
    for exercise in chosen:
        with console.status(f"{exercise}: entering"):
            points = entering.enter(course, exercise)
        console.print(f"release/{exercise} and gradebook: {points:g} points")
    console.print(
        f'Next: [bold]grading due {chosen[0]} "2027-01-31 23:59"[/bold] (if you like), then '
        f"[bold]make handout EXERCISES='{' '.join(chosen)}'[/bold]"
    )


@click.command()
@click.argument("exercises", nargs=-1)
@click.option(
    "--to",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file; dp-course-student.zip in the course's folder by default.",
)
@click.option(
    "--anyway", is_flag=True, help="Also if it gives away answers that are not due yet."
)
@click.pass_obj
def handout(course, exercises, path, anyway):
    """Write one zip file with all that students need for EXERCISES, by default all.

    EXERCISES are names or patterns, such as 'part1-*'. dp and the pages that show its source
    go along as soon as a notebook imports it: they answer the first exercises. It is refused
    while one of these is not past its due date.
    """
    path = path or course.root / handing_out.NAME
    chosen = course.choose(exercises)
    given_away = giveaways.giveaways(course, chosen)
    if given_away and not anyway:
        giveaways.refuse(chosen, given_away)
    with console.status("") as status:
        names = handing_out.write_handout(
            course,
            chosen,
            path,
            status.update,
            lambda folder, tags: handing_out.build_site(course, folder, tags),
        )
    wheels = [name for name in names if name.endswith(".whl")]
    if given_away:
        said = giveaways.named(given_away)
        console.print(f"* It holds the answers to {said}.", markup=False)
    console.print(f"{path}: {len(names)} files, wheels: {', '.join(wheels)}")
    console.print(
        "Next: give students this file. What they hand in: [bold]grading collect[/bold]"
    )


@click.command()
@click.pass_context
def doctor(context):
    """Say whether this machine can grade, and what to do; exit with 1 if it cannot."""
    with console.status("") as status:
        findings = doctoring.examine(context.obj, status.update)
    if not doctoring.print_findings(findings, console):
        context.exit(1)


@click.command()
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
