"""Numbers and times as a person says them: to students and instructors alike."""

from coursework.words import counted, duration

__all__ = ["counted", "duration", "some"]


def some(names: list[str], most: int = 3) -> str:
    """The first of `names`, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
