"""The command line of `grading`, a module for each kind of command."""

from pathlib import Path

import click

from grading.cli import course, dates, decisions, marks, people, returns, submissions
from grading.console import CourseGroup
from grading.course import Course


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


for command in (
    *(course.release, course.enter, course.handout, course.doctor, course.demo),
    *(submissions.collect, submissions.autograde, submissions.mark, submissions.report),
    *(people.class_list, dates.due, dates.extend, marks.export, returns.return_),
    *(decisions.drop_test, decisions.note),
):
    main.add_command(command)
