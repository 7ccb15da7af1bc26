"""Output that survives a terminal, a pipe or a file whose encoding lacks a character."""

import codecs
import contextlib
import io
import os
import sys
import unicodedata

NAME = "coursework-in-plain-characters"
# What stands for a character that an encoding lacks; other ones lose their accents.
PLAIN = {
    "✔": "ok",
    "✘": "x",
    "·": "-",
    "…": "...",
    "→": "->",
    "×": "x",
    "€": "EUR",
    **dict.fromkeys("–—―−─━╸╺╶╴═", "-"),
    **dict.fromkeys("│┃║╎", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╷╵╭╮╯╰", "+"),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("•▪●", "*"),
}


def plain(character: str) -> str:
    """ASCII that stands for `character`."""
    if character in PLAIN:
        return PLAIN[character]
    letters = unicodedata.normalize("NFKD", character).encode("ascii", "ignore")
    # Half a surrogate pair comes from a file's name that is no text.
    return letters.decode() or character.encode("ascii", "backslashreplace").decode()


def in_plain_characters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(plain, error.object[error.start : error.end])), error.end


codecs.register_error(NAME, in_plain_characters)


def survive_encodings() -> None:
    """Let whatever this process prints come out, if need be in plain characters."""
    for stream in (sys.stdout, sys.stderr):
        # A test's stream, or one that was closed, has no encoding to change.
        with contextlib.suppress(ValueError, OSError):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors=NAME)


def give_up_output() -> None:
    """Throw away what standard output does not take, as on a full disk.

    Python would try once more at its end, and print a traceback.
    """
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
