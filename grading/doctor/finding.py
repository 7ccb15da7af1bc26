"""What a check has found, and words that all checks share."""

from dataclasses import dataclass

OK, REMARK, WRONG = "ok", "remark", "wrong"


@dataclass(frozen=True)
class Finding:
    """What a check has found. `to_do` says how to put right what is not `OK`."""

    name: str
    state: str
    found: str
    to_do: str = ""


def first_line(text: object) -> str:
    return (str(text).splitlines() or [""])[0]
