"""Whom a student asks about points, and until when, as the course's settings say."""

import datetime
from dataclasses import dataclass

from traitlets import Int, TraitError, Unicode
from traitlets.config import Config, LoggingConfigurable

from grading.deadlines.zone import in_zone
from grading.errors import CourseError
from grading.times import UTC

DAY = "%d %B %Y"


class Questions(LoggingConfigurable):
    """What the course's settings say about questions after the feedback."""

    contact = Unicode(
        "", help="whom to ask about points, such as a name with an address"
    ).tag(config=True)
    days = Int(
        0, min=0, help="how long to take questions after a page is written; 0: no end"
    ).tag(config=True)


@dataclass(frozen=True)
class Contact:
    """Whom to ask, and until which day; "" where the settings say nothing."""

    name: str
    until: str


def contact_in(settings: Config) -> Contact:
    """The contact for a page that is written now."""
    try:
        said = Questions(config=settings)
    except TraitError as error:
        raise CourseError(
            f"c.Questions in the settings: {error} Write a text as contact, and a number of "
            "days, at least 0."
        ) from None
    end = datetime.datetime.now(UTC) + datetime.timedelta(days=said.days)
    return Contact(
        said.contact.strip(), in_zone(settings, end, DAY) if said.days else ""
    )
