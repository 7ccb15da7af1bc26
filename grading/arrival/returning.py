"""Whose files in a zip file are of somebody who was removed from the class."""

from grading.arrival.lms import Author
from grading.arrival.names import letters, spellings
from grading.arrival.roster import Roster, id_for, index_of
from grading.course import Course
from grading.people import removed
from grading.results.read import Person, read_people


def keys_of(person: Person) -> set[removed.Key]:
    """All by which collecting would find a student."""
    return {(kind, value) for kind, value in index_of([person]) if value}


def keys_of_author(author: Author, known: dict[str, str]) -> set[removed.Key]:
    """All by which an author may be a student; `known` is a number or an address."""
    return {
        *(("words", one) for one in spellings(author.name)),
        *(("letters", one) for one in [letters(author.name)] if one),
        ("id", id_for(author)),
        *known.items(),
    }


class Returning:
    """Knows authors again who were removed from the class.

    Whoever can be somebody in the class is nobody who was removed: two may have one name.
    """

    def __init__(self, course: Course, roster: Roster | None = None):
        self.roster = roster or Roster(read_people(course), {}, {})
        self.days, self.signs = removed.read_days(course), removed.read_signs(course)

    def student(self, author: Author) -> str:
        """Who was removed and is this author; "" if nobody."""
        if not self.days:
            return ""
        known = self.roster.known_of(author)
        is_group = letters(author.name) in self.roster.groups
        if is_group or any(self.roster.candidates(author, known, set())):
            return ""
        keys = keys_of_author(author, known)
        for student in self.days:
            if any((student, removed.sign(student, key)) in self.signs for key in keys):
                return student
        return ""

    def remark(self, author: Author) -> str:
        """Why an author who was removed is left out."""
        student = self.student(author)
        return f"{author} is left out: {removed.sentence(student, self.days[student])}"
