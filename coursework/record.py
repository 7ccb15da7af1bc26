"""What `coursework check` found out, kept for `coursework progress`.

It lies in ``.checked/`` beside ``.released/``, not in the notebook, and holds only as long as
the notebook has the same text.
"""

import contextlib
import hashlib
import json
from collections.abc import Iterable

from coursework.answers import HandedInCell
from coursework.handout import Exercise
from coursework.whole_file import whole

CHECKED = ".checked"


def fingerprint(exercise: Exercise, cells: Iterable[HandedInCell]) -> str:
    """What changes with any text of the student's notebook or of the course's own."""
    theirs = [[cell.kind, cell.source, cell.grade_id, cell.id] for cell in cells]
    ours = [[cell.id, cell.source] for cell in exercise.released.cells]
    return hashlib.sha256(json.dumps([theirs, ours]).encode()).hexdigest()


def keep(exercise: Exercise, mark: str, passed: list[str], not_run: list[str]) -> None:
    """Keep which checks have passed in the notebook with the fingerprint `mark`."""
    if exercise.handout is None:
        return
    path = exercise.handout / CHECKED / f"{exercise.name}.json"
    # Without it, progress still says what the saved outputs say.
    with contextlib.suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        found = {"of": mark, "passed": passed, "not run": not_run}
        with whole(path) as half:
            half.write_text(json.dumps(found), encoding="utf-8")


def kept(exercise: Exercise, mark: str) -> tuple[set[str], set[str]] | None:
    """The checks of just this notebook that passed, and those that could not run.

    None if it was not checked.
    """
    if exercise.handout is None:
        return None
    path = exercise.handout / CHECKED / f"{exercise.name}.json"
    try:
        found = json.loads(path.read_bytes())
        if found["of"] != mark:
            return None
        return set(found["passed"]), set(found.get("not run", []))
    except (OSError, ValueError, TypeError, KeyError):  # not there, or damaged
        return None
