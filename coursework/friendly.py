"""Errors that the person at the keyboard can put right, and command lines that say so."""

import click

from coursework.streams import give_up_output, survive_encodings
from coursework.terminal import visible
from coursework.trouble import sentence_for


class FriendlyError(Exception):
    """Something that a person can put right; its text says how."""


class FriendlyGroup(click.Group):
    """Says what a person can put right in one line instead of a traceback."""

    def main(self, *arguments, **more):
        survive_encodings()
        return super().main(*arguments, **more)

    def invoke(self, context):
        try:
            return super().invoke(context)
        except FriendlyError as error:
            raise click.ClickException(visible(str(error))) from None
        except Exception as error:
            sentence = sentence_for(error)
            if sentence is None:
                raise
            give_up_output()
            raise click.ClickException(visible(sentence)) from None
