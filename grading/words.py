"""Numbers and times as a person says them."""


def counted(number: int, what: str) -> str:
    """How many there are: 1 student, 2 students."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def some(names: list[str], most: int = 3) -> str:
    """The first of `names`, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def duration(seconds: float) -> str:
    """A time in its two largest units: 3 days 4 hours, 12 seconds."""
    if seconds < 1:
        return "under a second"
    parts, left = [], round(seconds)
    for what, length in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        if left >= length:
            parts.append(counted(left // length, what))
            left %= length
        elif parts:
            break
    return " ".join(parts[:2])
