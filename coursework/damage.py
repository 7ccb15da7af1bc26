"""Why a file cannot be read as a notebook, and what helps: judged by what is in it."""

import json
from pathlib import Path

from coursework.trouble import sentence_for

LOOK = 2**20  # bytes of a file's beginning that are looked at
# How files begin that are handed about under a notebook's name.
BEGINNINGS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip file or an office document",
    b"Rar!": "an archive (RAR)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"<": "a web page",
}
CONFLICT = (b"<<<<<<< ", b"\n<<<<<<< ")
OLDER = (
    "take an older copy of it, from the folder .ipynb_checkpoints beside it or from your own "
    "copies"
)


def advice(path: Path, error: Exception) -> str:
    """What is wrong with the file `path`, which gave `error`, and what to do, in a sentence."""
    if sentence := sentence_for(error):
        return sentence
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            content = file.read(LOOK)
    except OSError as refused:
        return sentence_for(refused) or f"{path.name} cannot be opened ({refused})."
    return (
        f"{path.name} cannot be read as a notebook: {of_content(content, size, error)}."
    )


def of_content(content: bytes, size: int, error: Exception) -> str:
    """The words for a file that begins with `content` and has `size` bytes."""
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.strip(b"\0"):
        return f"it is empty; {OLDER}"
    for beginning, kind in BEGINNINGS.items():
        if start.startswith(beginning) and not start.startswith(CONFLICT[0]):
            return (
                f"it is {kind}; take the notebook itself, whose name ends with .ipynb"
            )
    if start.startswith(CONFLICT[0]) or CONFLICT[1] in content:
        return (
            "it holds a conflict of versions, which git has marked; open it in a text editor, "
            "keep one version at each place, and delete the lines that begin with <<<<<<<, "
            "======= and >>>>>>>"
        )
    if isinstance(error, UnicodeDecodeError):
        return f"it is not text in UTF-8; save it in UTF-8, or {OLDER}"
    if isinstance(error, json.JSONDecodeError):
        return of_json(error, size)
    if "larger" in str(error) or "more than" in str(error):
        return (
            f"{error}; clear its outputs, by Edit > Clear Outputs of All Cells in JupyterLab "
            "or by jupyter nbconvert --clear-output --inplace and its name"
        )
    if not start.startswith(b"{"):
        return "it is a text; take the notebook itself, whose name ends with .ipynb"
    return f"{error}; {OLDER}"


def of_json(error: json.JSONDecodeError, size: int) -> str:
    """The words for a file that is no JSON."""
    if error.msg == "Extra data":
        return (
            f"something follows its end, in line {error.lineno}; open it in a text editor and "
            "delete what follows the last bracket of the notebook"
        )
    if not error.doc.lstrip("\ufeff \n\r\t").startswith("{"):
        return "it is a text; take the notebook itself, whose name ends with .ipynb"
    if (
        error.msg.startswith("Unterminated string")
        or not error.doc[error.pos :].strip()
    ):
        return f"it ends in the middle; copy or download it once more, or {OLDER}"
    return (
        f"it is broken in line {error.lineno} ({error.msg}); put that right in a text editor, "
        f"or {OLDER}"
    )
