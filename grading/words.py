"""Numbers and times as a person says them: to students and instructors alike."""

from coursework.words import counted, duration

__all__ = ["counted", "duration"]
