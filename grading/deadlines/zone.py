"""The course's time zone, in which all its times are said and those without a zone are read."""

import datetime
import zoneinfo

from traitlets import Unicode
from traitlets.config import Config, LoggingConfigurable

from grading.errors import CourseError
from grading.times import UTC

# How a time is said in a table, and in a sentence.
TABLE, SENTENCE = "%Y-%m-%d %H:%M %Z", "%d %B %Y, %H:%M %Z"


class Deadlines(LoggingConfigurable):
    """What the course's settings say about times."""

    zone = Unicode(
        "", help="the course's zone, such as Europe/Berlin; '' for this machine's"
    ).tag(config=True)


def zone_of(settings: Config) -> datetime.tzinfo | None:
    """The zone that a course's settings name; None for this machine's."""
    name = Deadlines(config=settings).zone
    return zone_called(name, "c.Deadlines.zone in the settings") if name else None


def zone_called(name: str, where: str) -> datetime.tzinfo:
    """The zone of this name, which somebody has written at the place `where`."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        raise CourseError(
            f"{name!r} ({where}) is no time zone. Write a place, such as Europe/Berlin, "
            "or UTC."
        ) from None


def in_zone(settings: Config, time: datetime.datetime, form: str = TABLE) -> str:
    """A time as the course says it, such as 2027-01-31 23:59 CET.

    `time` without a zone is in UTC, as nbgrader keeps it.
    """
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    return aware.astimezone(zone_of(settings)).strftime(form)


def name_of_zone(settings: Config) -> str:
    """The course's zone for a sentence."""
    name = Deadlines(config=settings).zone
    here = datetime.datetime.now().astimezone().tzname()
    return f"the course's zone, {name}" if name else f"this machine's zone, {here}"
