"""Changes that are shown first, and made when the person at the keyboard says yes."""

import sys

import click

from grading.course import CourseError


def agreed(question: str, yes: bool) -> bool:
    """Is it to be done? Where nobody can be asked, only `--yes` says so."""
    if yes:
        return True
    if not can_ask():
        raise CourseError(
            "Nothing was changed, for there is no terminal to ask on. Add --yes to do it."
        )
    return click.confirm(question)


def can_ask() -> bool:
    """Is there a person at a terminal?"""
    return sys.stdin.isatty()
