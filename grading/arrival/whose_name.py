"""Whether the name on a submission is that of the student whose number it has.

Canvas writes a name's letters without anything between, and what a group hands in has the
number of one member. So the name decides: a student's has the words of their name, and a
group's may have some of their letters by chance.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from grading.arrival.names import (
    is_of_a_group,
    readings,
    scripts,
    starts_or_ends_as_groups_do,
)
from grading.results.read import Person

TELLING = 3  # letters of a word that is hardly at an end of another name by chance
LONG = 8  # letters of several such words that are not in another name by chance
LINKS = ("and", "und", "et", "y", "e", "i", "n", "")


class Fit(IntEnum):
    """How much of a name is the student's: nothing that counts, some of it, or enough."""

    NONE = 0
    SOME = 1
    WHOLE = 2


@dataclass
class Comparison:
    """A name with a student's words taken out: the words, and what is left around them."""

    name: str
    own: list[str]
    used: list[str]
    rest: list[str]

    def is_whole(self) -> bool:
        """Do the student's words make up the name, or stand in it too long for chance?"""
        if not any(self.rest):
            return len(self.used) >= min(2, len(self.own))
        telling = [word for word in self.used if len(word) >= TELLING]
        is_long = len(telling) > 1 and len("".join(telling)) >= LONG
        return is_long and self.is_at_an_end(telling)

    def is_some(self) -> bool:
        """Is it a name that the student may have as well (by marriage, for short)?"""
        if not any(self.rest):
            return bool(self.used)
        is_most = 2 * len("".join(self.used)) >= len(self.name)
        if is_most and len(self.used) == len(self.own) > 1:
            return self.is_at_an_end(self.used)
        return self.is_at_an_end([word for word in self.used if len(word) >= TELLING])

    def is_at_an_end(self, some: list[str]) -> bool:
        return any(self.name.startswith(one) or self.name.endswith(one) for one in some)


def fit_of(name: str, person: Person, everybody: Iterable[Person]) -> Fit:
    """How well `name` fits the student; what cannot be compared may fit."""
    own = name_of(person)
    if not scripts(name) & scripts(own):  # as those of 李伟, Li Wei and no name at all
        is_groups = is_of_a_group(name) or starts_or_ends_as_groups_do(name)
        return Fit.NONE if is_groups else Fit.SOME
    others = [one for one in everybody if one is not person]
    return max(
        fit_of_comparison(compare(one, other), others)
        for one, other in product(readings(name), readings(own))
    )


def fit_of_comparison(compared: Comparison, others: list[Person]) -> Fit:
    if any(map(starts_or_ends_as_groups_do, compared.rest)):
        return Fit.NONE
    if compared.is_whole():
        return Fit.NONE if names_another(compared.rest, others) else Fit.WHOLE
    if compared.is_some() and not holds_a_word_of(compared.rest, others):
        return Fit.SOME
    return Fit.NONE


def compare(name: str, own: str) -> Comparison:
    """Take the words of `own` out of the letters of `name`, the longest first."""
    name, used = name.replace(" ", ""), []
    rest = name
    for word in sorted(own.split(), key=len, reverse=True):
        if word in rest:
            used.append(word)
            rest = rest.replace(word, " ", 1)
    return Comparison(name, own.split(), used, rest.split())


def names_another(rest: list[str], others: list[Person]) -> bool:
    """Is another student's whole name in what is left, as where a group lists its members?"""
    joined = "".join(rest)
    return any(
        full.replace(" ", "") in joined
        for person in others
        for order in orders(person)
        for full in readings(order)
        if " " in full or full in rest
    )


def holds_a_word_of(rest: list[str], others: list[Person]) -> bool:
    """Does what is left begin or end with a word of another student's name?"""
    known = {
        word
        for person in others
        for reading in readings(name_of(person))
        for word in reading.split()
    }
    return any(
        part.removeprefix(link) in known
        or any(
            part.startswith(w) or part.endswith(w) for w in known if len(w) > TELLING
        )
        for part in rest
        for link in LINKS
    )


def orders(person: Person) -> set[str]:
    first, last = person.first_name, person.last_name
    return {f"{first} {last}".strip(), f"{last} {first}".strip()} - {""}


def name_of(person: Person) -> str:
    return f"{person.first_name} {person.last_name}".strip()
