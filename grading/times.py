"""Times as people, systems and programs write them, read without guessing.

A time that could be two is refused with a sentence. dateutil would read ``02.03.2027`` as the
third of February, and leave out a zone that it does not know.
"""

import datetime
import re
import unicodedata
import zoneinfo
from dataclasses import dataclass
from pathlib import Path

from grading.text_files import NotText, decode

STAMP = "timestamp.txt"  # where nbgrader keeps the time of handing in
MOST_BYTES = 4096
UTC = datetime.UTC
HOURS = {  # that zones are ahead of UTC; BST, IST and others mean several
    "UTC": 0,
    "GMT": 0,
    "Z": 0,
    "WET": 0,
    "WEST": 1,
    "WEZ": 0,
    "WESZ": 1,
    "CET": 1,
    "CEST": 2,
    "MEZ": 1,
    "MESZ": 2,
    "EET": 2,
    "EEST": 3,
    "OEZ": 2,
    "OESZ": 3,
}
MONTH_NAMES = (  # in English and German, whole or as they are abbreviated
    *("jan january januar jän jänner jaenner", "feb february februar feber"),
    *("mar march mär märz maerz mrz", "apr april", "may mai", "jun june juni"),
    *("jul july juli", "aug august", "sep sept september", "oct october okt oktober"),
    *("nov november", "dec december dez dezember"),
)
MONTHS = {
    name: number
    for number, names in enumerate(MONTH_NAMES, 1)
    for name in names.split()
}
DAYS = (  # whose names say nothing that the date does not
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"(?:mo|die?n?s|donners|frei|sams|sonn)(?:n?tag)|mittwoch|montag|sonnabend|"
    r"mo|di|mi|do|fr|sa|so)[.,]*\s+"
)
NUMBERS = r"(?P<a>\d{1,4})(?P<sep>[-./])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{1,4})"
DAY_MONTH = r"(?P<day1>\d{1,2})(?:st|nd|rd|th|\.)?\s*(?P<month1>[^\W\d_]+)\.?,?\s*(?P<year1>\d{4})"
MONTH_DAY = (
    r"(?P<month2>[^\W\d_]+)\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4})"
)
CLOCK = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,](?P<part>\d+))?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?(?:\s*(?:Uhr|h)\b)?"
)
ZONE = r"(?P<zone>[+-]\d{2}:?\d{2}|[+-]\d{2}|[^\W\d_][\w/+-]*(?:\s*[+-]\d{1,2}(?::?\d{2})?)?)"
TIME = re.compile(
    rf"(?:{DAYS})?(?:{NUMBERS}|{DAY_MONTH}|{MONTH_DAY})"
    rf"(?:(?:\s*(?:,|T|at|um)\s*|\s+){CLOCK}(?:\s*\(?{ZONE}\)?)?)?",
    re.IGNORECASE,
)


class NotATime(ValueError):
    """What cannot be read as one time; its text says why."""


def parse_time(text: str, zone: datetime.tzinfo | None) -> datetime.datetime:
    """The time that `text` says, with its zone; without one it is of `zone`.

    None for `zone` is this machine's. NotATime where it is no time, or could be several.
    """
    said = unicodedata.normalize("NFC", " ".join(text.split()))
    found = TIME.fullmatch(said)
    if not found:
        raise NotATime(f"{shown(said)} cannot be read as a time")
    if not found["hour"]:
        raise NotATime(f"{shown(said)} says no time of day")
    try:
        time = datetime.datetime(*date_of(found, said), *clock_of(found))
        own = zone_of(found["zone"], said)
        # Years at both ends of the calendar have no UTC.
        if own or zone:
            time = time.replace(tzinfo=own or zone)
        time = time.astimezone() if time.tzinfo is None else time
        time.astimezone(UTC)
    except (OverflowError, OSError) as error:
        raise NotATime(f"{shown(said)} cannot be read as a time ({error})") from None
    except ValueError as error:
        if isinstance(error, NotATime):
            raise
        raise NotATime(f"{shown(said)} cannot be read as a time ({error})") from None
    return time


def shown(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:60]}...")


def date_of(found: re.Match, said: str) -> tuple[int, int, int]:
    """Year, month and day."""
    if found["a"]:
        return date_of_numbers(found, said)
    number = "1" if found["month1"] else "2"
    word = found[f"month{number}"].casefold()
    month = MONTHS.get(word)
    if not month:
        raise NotATime(f"{shown(said)} names no month in English or German")
    return int(found[f"year{number}"]), month, int(found[f"day{number}"])


def date_of_numbers(found: re.Match, said: str) -> tuple[int, int, int]:
    a, b, c = (int(found[part]) for part in "abc")
    if len(found["a"]) == 4 and len(found["c"]) <= 2:
        return a, b, c
    if len(found["a"]) > 2 or len(found["c"]) not in (2, 4):
        raise NotATime(f"{shown(said)} cannot be read as a time")
    year = c if len(found["c"]) == 4 else 2000 + c
    if found["sep"] == ".":  # wherever dates have dots, the day comes first
        return year, b, a
    if len(found["c"]) == 4:
        if a > 12 or a == b:
            return year, b, a
        if b > 12:
            return year, a, b
    raise NotATime(f"{shown(said)} could be two days: write it as 2027-03-02 10:00 UTC")


def clock_of(found: re.Match) -> tuple[int, int, int, int]:
    """Hour, minute, second and microsecond."""
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            raise NotATime(f"hour {hour} {found['half']}m is none")
        hour = hour % 12 + (12 if found["half"].casefold() == "p" else 0)
    # nbgrader tells a graded submission by its time, to the last digit.
    microsecond = int((found["part"] or "")[:6].ljust(6, "0"))
    return hour, int(found["minute"]), int(found["second"] or 0), microsecond


def zone_of(name: str | None, said: str) -> datetime.tzinfo | None:
    """The zone called `name`: an offset, a usual abbreviation, or a place."""
    if not name:
        return None
    prefix, *rest = re.split(r"(?=[+-]\d)", name.replace(" ", ""), maxsplit=1)
    offset = "".join(rest)
    if prefix.upper() in HOURS and not (
        offset and prefix.upper() not in ("UTC", "GMT")
    ):
        zone = datetime.timedelta(hours=HOURS[prefix.upper()])
        return datetime.timezone(zone + delta_of(offset or "+00"))
    if offset and not prefix:
        return datetime.timezone(delta_of(offset))
    try:
        return zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        raise NotATime(
            f"the zone of {shown(said)} is not known: write UTC, +01:00 or Europe/Berlin"
        ) from None


def delta_of(offset: str) -> datetime.timedelta:
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    return sign * datetime.timedelta(hours=hours, minutes=minutes)


@dataclass(frozen=True)
class Stamp:
    """When something was handed in, in UTC and without saying so, as nbgrader keeps it.

    None where nothing readable says so; `remark` is a sentence on what is not plain.
    """

    time: datetime.datetime | None
    remark: str = ""


def read_stamp(folder: Path) -> Stamp:
    """The time in ``timestamp.txt`` of a submission's `folder`."""
    path = folder / STAMP
    if not path.exists() and not path.is_symlink():
        return Stamp(None)
    try:
        text = decode(path.read_bytes()[:MOST_BYTES])
        first, *more = [line for line in map(str.strip, text.splitlines()) if line]
    except (OSError, NotText):
        return Stamp(None, unknown(f"{STAMP} cannot be read"))
    except ValueError:  # no line in it
        return Stamp(None, unknown(f"{STAMP} is empty"))
    try:
        time = parse_time(first, UTC).astimezone(UTC).replace(tzinfo=None)
    except NotATime as error:
        return Stamp(None, unknown(f"{STAMP}: {error}"))
    for line in more:
        if is_another_time(line, time):
            return Stamp(None, unknown(f"{STAMP} says two times"))
    if more:
        return Stamp(time, f"of {STAMP} the first line was taken, {shown(first)}")
    return Stamp(time)


def is_another_time(line: str, time: datetime.datetime) -> bool:
    try:
        return parse_time(line, UTC).astimezone(UTC).replace(tzinfo=None) != time
    except NotATime:
        return False


def unknown(why: str) -> str:
    return f"it is not known when this was handed in, and whether in time: {why}"
