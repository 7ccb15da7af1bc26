"""Numbers and times as a person says them."""

import datetime


def counted(number: int, what: str) -> str:
    """How many there are: 1 student, 2 students."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


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


def date_in_words(time: datetime.datetime) -> str:
    """A time in its own zone, for a sentence: Sunday, 31 January 2027, 23:59 CET."""
    return f"{time:%A}, {time.day} {time:%B %Y, %H:%M %Z}"


def date_in_table(time: datetime.datetime) -> str:
    """A time without its zone, for a table: Sun 31 Jan 2027, 23:59."""
    return f"{time:%a} {time.day} {time:%b %Y, %H:%M}"
