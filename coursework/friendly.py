"""Errors that the person at the keyboard can put right, and command lines that say so."""

import click

from coursework.terminal import visible


class FriendlyError(Exception):
    """Something that a person can put right; its text says how."""


class FriendlyGroup(click.Group):
    """Says what a person can put right in one line instead of a traceback."""

    def invoke(self, context):
        try:
            return super().invoke(context)
        except FriendlyError as error:
            raise click.ClickException(visible(str(error))) from None
