"""When exercises are due: a file in the handout, read in the time of the student's computer.

The exchange says nothing of it, so without a zip file of the course nothing is claimed.
"""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

from coursework.handout import RELEASED
from coursework.words import date_in_words, duration

FILE = "due.json"  # in RELEASED
# By exercise; None is without a due date.
Dates = Mapping[str, datetime.datetime | None]


def as_file(dates: Dates) -> bytes:
    """What the file holds: a time in UTC for each exercise that is handed out."""
    said = {
        name: time and time.astimezone(datetime.UTC).isoformat()
        for name, time in dates.items()
    }
    return (json.dumps(said, indent=1, sort_keys=True) + "\n").encode()


def read(content: bytes) -> Dates:
    """The dates in the file; none where it is damaged, for then nothing is known."""
    try:
        times = {
            name: said and datetime.datetime.fromisoformat(said)
            for name, said in json.loads(content).items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}
    return {n: time for n, time in times.items() if time is None or time.tzinfo}


def read_due(root: Path) -> dict[str, datetime.datetime]:
    """When exercises of the handout in `root` are due here, of those that have a date."""
    try:
        dates = read((root / RELEASED / FILE).read_bytes())
    except OSError:
        return {}
    return {name: time.astimezone() for name, time in dates.items() if time}


def is_past(time: datetime.datetime) -> bool:
    return time < datetime.datetime.now(datetime.UTC)


def sentence(time: datetime.datetime | None) -> str:
    """What a student has to know of a due date, "" if there is none."""
    if time is None:
        return ""
    if is_past(time):
        return (
            f"It was due {date_in_words(time)}: what you hand in now is late, unless you "
            "were given more time."
        )
    left = (time - datetime.datetime.now(datetime.UTC)).total_seconds()
    return f"It is due {date_in_words(time)} (in {duration(left)})."
