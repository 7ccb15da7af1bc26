"""A verdict: how grading one submission went, kept in its notebook's ``metadata.grading``.

Only this module reads and writes it there. An exercise's own notebook says in the same place
what it needs to be graded.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from nbformat.notebooknode import NotebookNode, from_dict

KEY = "grading"


class Status(StrEnum):
    """How it went, in the words that tables and pages show."""

    GRADED = "graded"  # all cells ran
    TIMED_OUT = "timed out"  # a cell or the whole notebook
    CRASHED = "crashed"  # a cell ended Python, took too much or printed without end
    MALFORMED = "malformed"  # what came is no notebook
    MISSING = "missing"  # none came
    ANOTHER_EXERCISE = "another exercise"  # the notebook of another one came
    NOTEBOOK_GONE = "notebook gone"  # the gradebook has points, autograded/ has nothing
    NOT_HANDED_IN = "not handed in"
    NOT_GRADED = "not graded"  # something failed for this submission alone
    NOT_IN_CLASS = "not in the class"  # nobody is meant to be graded

    @property
    def is_unread(self) -> bool:
        """Was there nothing to execute?"""
        return self in (Status.MISSING, Status.MALFORMED, Status.ANOTHER_EXERCISE)


@dataclass
class Verdict:
    """How grading went.

    `reasons` are sentences that the student may read, `seconds` is what executing took by the
    clock, `arrived` names the files that were handed in, with their sizes, and `files`
    describes those beside the notebook (`grading.submission.brought`).
    """

    status: Status = Status.GRADED
    reasons: list[str] = field(default_factory=list)
    seconds: float = 0.0
    fingerprint: str = ""
    arrived: list[str] = field(default_factory=list)
    files: list[dict] = field(default_factory=list)

    @classmethod
    def of(cls, metadata: Mapping) -> "Verdict":
        """What a notebook's metadata say; plain nbgrader's say nothing, which is "graded"."""
        said = metadata.get(KEY, {})
        return cls(
            status=Status(said.get("status", Status.GRADED)),
            reasons=[str(reason) for reason in said.get("reasons", [])],
            seconds=float(said.get("seconds", 0.0)),
            fingerprint=str(said.get("fingerprint", "")),
            arrived=[str(name) for name in said.get("arrived", [])],
            files=[dict(file) for file in said.get("files", [])],
        )

    def write(self, notebook: NotebookNode) -> None:
        """Keep it in `notebook`."""
        said = asdict(self) | {"status": str(self.status)}
        notebook.metadata.setdefault(KEY, NotebookNode()).update(from_dict(said))


def read_verdict(path: Path) -> Verdict | None:
    """What the notebook in `path` says; None if it is not there or damaged."""
    found = read_graded(path)
    return found[0] if found else None


def read_graded(path: Path) -> tuple[Verdict, list[dict]] | None:
    """What the notebook in `path` says, and its cells; None if not there or damaged."""
    try:
        notebook = json.loads(path.read_bytes())
        return Verdict.of(notebook["metadata"]), list(notebook.get("cells", []))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    except RecursionError:  # brackets in brackets in brackets
        return None


def memory_needed(notebook: NotebookNode) -> int:
    """How many MiB of memory an exercise asks for; 0 if it asks for nothing."""
    return notebook.metadata.get(KEY, {}).get("memory_mib", 0)
