"""The terminal of `grading`, and commands that end in a sentence whatever happens."""

import click

from coursework.friendly import FriendlyGroup
from coursework.terminal import Terminal
from grading.course import Course
from grading.gradebook import ailment, is_ailment

STOPPED = "Stopped. What was finished until now is saved; the same command goes on from there."
WIDTH_OF_A_LOG = 160  # a log file has no edge to wrap at


def terminal() -> Terminal:
    """Where the commands print."""
    console = Terminal()
    if not console.is_terminal:
        console.width = WIDTH_OF_A_LOG
    return console


def counted(number: int, what: str) -> str:
    """How many there are: 1 student, 2 students."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


class CourseGroup(FriendlyGroup):
    """Says in a sentence, too, that somebody stopped a command or what ails the gradebook."""

    def invoke(self, context):
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            raise click.ClickException(STOPPED) from None
        except Exception as error:
            if is_ailment(error) and isinstance(context.obj, Course):
                raise click.ClickException(str(ailment(context.obj, error))) from None
            raise
