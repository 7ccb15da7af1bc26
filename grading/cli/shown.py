"""The terminal on which commands say what they do."""

import click

from grading.console import OnConsole, print_marks, terminal
from grading.verdict import Status

console = terminal()


def show_marks(run):
    """Show how `run` gets on, then its marks; exit with 1 if any could not be had."""
    with OnConsole(console) as show:
        marks = run(show)
    print_marks(marks, console)
    if any(mark.by_hand for mark in marks):
        console.print(
            "Written answers wait for a mark by hand. Next: [bold]grading mark[/bold]"
        )
    elif marks:
        console.print(
            "Next: [bold]grading report[/bold], then [bold]grading return EXERCISE[/bold]"
        )
    if left := [mark for mark in marks if mark.status is Status.NOT_GRADED]:
        raise click.ClickException(
            f"{len(left)} of {len(marks)} hand-ins could not be graded, and the others are "
            "saved. The table says why and what to do."
        )
