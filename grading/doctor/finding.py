"""What a check has found, and words that all checks share."""

from dataclasses import dataclass

OK, REMARK, WRONG = "ok", "remark", "wrong"
MOST_NAMES = 3


@dataclass(frozen=True)
class Finding:
    """What a check has found. `to_do` says how to put right what is not `OK`."""

    name: str
    state: str
    found: str
    to_do: str = ""


def some(names: list[str], most: int = MOST_NAMES) -> str:
    """The first of `names`, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def first_line(text: object) -> str:
    return (str(text).splitlines() or [""])[0]
