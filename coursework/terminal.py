"""A terminal that text from a stranger's file cannot give orders to.

Names and error messages of a submission may hold control characters: they would color or
clear the screen, write to the clipboard, or turn the order of the letters round. They are
written out instead: an escape as ``\\x1b``.
"""

import unicodedata

from rich.console import Console
from rich.segment import Segment

ORDERS = ("Cc", "Cf", "Cs", "Zl", "Zp")  # controls, formats, half pairs, separators
# Lines of our own texts, and the joiners without which Persian and emojis fall apart.
HARMLESS = "\n\t\u200c\u200d"


class Written(dict):
    """For `str.translate`: each control character's code to its escape sequence."""

    def __missing__(self, code: int) -> int | str:
        character = chr(code)
        self[code] = character.encode("unicode_escape").decode()
        if character in HARMLESS or unicodedata.category(character) not in ORDERS:
            self[code] = code
        return self[code]


WRITTEN = Written()


def visible(text: str) -> str:
    r"""`text` with its control characters written out; lines and tabs stay.

    >>> print(visible("a\x1b]52;c;eA==\x07b"))
    a\x1b]52;c;eA==\x07b
    """
    return text.translate(WRITTEN)


def in_one_line(text: str) -> str:
    r"""`text`, such as a name, with lines and tabs written out, too.

    >>> print(in_one_line("a\nb"))
    a\nb
    """
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


def has_controls(name: str) -> bool:
    """Does a name hold a character that a terminal obeys or that nobody sees?"""
    return any(unicodedata.category(character) in ORDERS for character in name)


class Terminal(Console):
    """Rich's console; whatever it shows is visible text and rich's own styles."""

    def __init__(self, **options):
        super().__init__(highlight=False, emoji=False, **options)

    def render_str(self, text, **options):
        return super().render_str(visible(text), **options)

    def render(self, renderable, options=None):
        for segment in super().render(renderable, options):
            if segment.control:
                yield segment
            else:
                yield Segment(visible(segment.text), segment.style)
