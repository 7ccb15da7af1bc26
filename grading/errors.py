"""What a person can put right about the course, its files or this machine."""

from coursework.friendly import FriendlyError


class CourseError(FriendlyError):
    """Its text says what came, what is wanted and what to do."""
