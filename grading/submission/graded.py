"""What a graded notebook's file says about its grading, as plain data."""

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Said:
    """How grading went. `files` are those that the submission brought along."""

    status: str = "graded"  # plain nbgrader's notebooks say nothing
    reasons: list[str] = field(default_factory=list)
    seconds: float = 0.0
    fingerprint: str = ""
    files: list[dict] = field(default_factory=list)


def read_said(path: Path) -> Said | None:
    """What the notebook in `path` says; None if it is not there or damaged."""
    try:
        marks = json.loads(path.read_bytes())["metadata"].get("grading", {})
        return Said(
            status=str(marks.get("status", "graded")),
            reasons=[str(reason) for reason in marks.get("reasons", [])],
            seconds=float(marks.get("seconds", 0.0)),
            fingerprint=str(marks.get("fingerprint", "")),
            files=[dict(file) for file in marks.get("files", [])],
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    except RecursionError:  # brackets in brackets in brackets
        return None
