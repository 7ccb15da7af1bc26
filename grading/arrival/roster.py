"""Who of the class is meant by the names in zip files of learning platforms."""

import difflib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from grading.arrival.groups import Group
from grading.arrival.lms import Author
from grading.arrival.names import (
    is_of_a_group,
    letters,
    readings,
    spellings,
    starts_or_ends_as_groups_do,
    words,
)
from grading.arrival.whose_name import Fit, fit_of, name_of, orders
from grading.arrival.worksheet import Entry
from grading.ids import safe_id
from grading.results.read import Person

GIVE_GROUPS = (
    "say who is in it (--groups FILE.csv, with the columns group and student), and collect "
    "again"
)
Index = dict[tuple[str, str], list[Person]]


@dataclass
class Assigned:
    """Which author is which students, who is nobody in the class, and who is refused, why.

    `remarks` say what is odd about an author who was found; `nameless` are students who
    were found by a number or address alone.
    """

    students: dict[Author, tuple[str, ...]] = field(default_factory=dict)
    new: list[Author] = field(default_factory=list)
    refused: dict[Author, str] = field(default_factory=dict)
    remarks: dict[Author, str] = field(default_factory=dict)
    groups: set[Author] = field(default_factory=set)
    nameless: list[str] = field(default_factory=list)


def id_for(author: Author) -> str:
    """A student's id made from the name, for somebody whom the gradebook does not know."""
    made = words(author.name).replace(" ", "-")
    # Moodle's number is another one in the next exercise.
    return safe_id(f"{made}-{author.number}" if author.system == "canvas" else made)


class Roster:
    """The students of the gradebook, and what else is known of those who handed in."""

    def __init__(
        self,
        people: list[Person],
        entries: dict[str, Entry],
        groups: dict[str, Group],
    ):
        self.people, self.entries, self.groups = people, entries, groups
        self.index = index_of(people)

    def assign(self, authors: Iterable[Author]) -> Assigned:
        """Find the students for each author: by number or address, else by name.

        Nobody is guessed: where a name fits two students, or two authors of one system fit
        one, they are refused. Whoever is not there gets an id made from the name.
        """
        authors = sorted(set(authors), key=str)
        known = {author: self.known_of(author) for author in authors}
        trusted = self.trusted(known.values())
        prefixes = self.shared_prefixes(authors)
        assigned = Assigned()
        found: dict[Author, tuple[list[Person], list[Person]]] = {}
        for author in authors:
            if group := self.groups.get(letters(author.name)):
                assigned.students[author] = group.students
                assigned.groups.add(author)
                assigned.remarks[author] = (
                    f"handed in by the group {group.name}: {', '.join(group.students)}"
                )
            else:
                found[author] = self.candidates(author, known[author], trusted)
        fits = {
            author: self.fit(author, tail_of(author, prefixes), some[0])
            for author, (some, _) in found.items()
            if len(some) == 1
        }
        # Half a name proves nothing beside groups.
        enough = Fit.WHOLE if Fit.NONE in fits.values() else Fit.SOME
        for author, (some, others) in found.items():
            if len(some) == 1 and words(author.name):
                self.enter_found(assigned, author, some[0], fits[author], enough)
            else:
                self.enter(assigned, author, some, others, prefixes)
        refuse_twins(assigned)
        return assigned

    def trusted(self, known: Iterable[dict[str, str]]) -> set[str]:
        """The kinds of number or address by which the gradebook knows one of these authors.

        A kind that fits nobody proves nothing: the gradebook may have another one.
        """
        return {
            kind for said in known for kind in said if (kind, said[kind]) in self.index
        }

    def fit(self, author: Author, tail: str, person: Person) -> Fit:
        """How well the author's name fits the student's; `tail`: without a group's name."""
        fit = fit_of(tail or author.name, person, self.people)
        is_made_of_it = not name_of(person) and person.id == id_for(author)
        return Fit.WHOLE if fit and is_made_of_it else fit

    def enter_found(
        self, assigned: Assigned, author: Author, person: Person, fit: Fit, enough: Fit
    ) -> None:
        """Note in `assigned` whether an author is the one student who was found."""
        name = name_of(person)
        who = f"who is called {name}" if name else "who has no name in the gradebook"
        odd = f"by its number or address it is from {person.id}, {who}. "
        if fit < enough:
            assigned.refused[author] = (
                f"{odd}If it is a group's: {GIVE_GROUPS}. If it is the student's, enter the "
                "name in the gradebook"
            )
            return
        assigned.students[author] = (person.id,)
        if not name_of(person) and fit < Fit.WHOLE:
            assigned.nameless.append(person.id)
        elif fit < Fit.WHOLE:
            assigned.remarks[author] = (
                f"called {author.name} here; {odd}It was taken for the student's. If it is "
                f"a group's: {GIVE_GROUPS}"
            )

    def enter(
        self,
        assigned: Assigned,
        author: Author,
        found: list[Person],
        others: list[Person],
        prefixes: set[str],
    ) -> None:
        """Note in `assigned` what comes of an author for whom not one student was found."""
        tail = tail_of(author, prefixes)
        if not words(author.name):
            hint = f"; by its number it is from {listed_ids(found)}" if found else ""
            assigned.refused[author] = f"the name has no letters{hint}"
        elif found:
            assigned.refused[author] = (
                f"several students are called so: {listed_ids(found)}"
            )
        elif others:
            assigned.refused[author] = (
                f"{others[0].id} is called so, but has another number or address in the "
                "gradebook"
            )
        elif tail and len(people := self.called(tail)) == 1:
            assigned.students[author] = (people[0].id,)
            group = author.name.removesuffix(tail).rstrip("- ")
            assigned.remarks[author] = f"handed in by the group {group}"
        elif is_of_a_group(author.name) or (
            author.system == "canvas" and starts_or_ends_as_groups_do(author.name)
        ):
            assigned.refused[author] = f"a group's: {GIVE_GROUPS}"
        else:
            assigned.students[author] = (id_for(author),)
            assigned.new.append(author)

    def known_of(self, author: Author) -> dict[str, str]:
        """What is known of an author beside the name: a number, an address."""
        if author.system == "canvas":
            return {"lms_user_id": author.number}
        entry = self.entries.get(author.number, Entry("", "", None))
        said = {
            "email": entry.email.casefold(),
            "lms_user_id": entry.id_number.casefold(),
        }
        return {kind: value for kind, value in said.items() if value}

    def called(self, name: str) -> list[Person]:
        """The students of this name, by its words, or else by its letters."""
        keys = [("words", one) for one in spellings(name)]
        for some in (keys, [("letters", letters(name))]):
            found = {p.id: p for key in some for p in self.index.get(key, [])}
            if found:
                return list(found.values())
        return []

    def candidates(
        self, author: Author, known: dict[str, str], trusted: set[str]
    ) -> tuple[list[Person], list[Person]]:
        """The students who may be `author`, and those who are only called so."""
        for kind, value in known.items():
            if found := self.index.get((kind, value)):
                return found, []
        if called_so := self.called(author.name):
            others = [
                person
                for person in called_so
                if any(
                    value_of(person, kind) not in ("", known[kind])
                    for kind in trusted & known.keys()
                )
            ]
            return [person for person in called_so if person not in others], others
        # Whom an earlier collecting has made up has an id and no name.
        same_id = self.index.get(("id", id_for(author)), [])
        nameless = [person for person in same_id if not name_of(person)]
        return nameless, [person for person in same_id if person not in nameless]

    def shared_prefixes(self, authors: list[Author]) -> set[str]:
        """What Moodle has put before the names of several students: their groups.

        One alone proves nothing: Anna-Lena Meyer is not Lena Meyer.
        """
        found = Counter(
            prefix
            for author in authors
            if author.system == "moodle" and not self.called(author.name)
            for prefix, tail in splits(author.name)
            if self.called(tail)
        )
        named = {words(group.name) for group in self.groups.values()}
        return {
            prefix
            for prefix, count in found.items()
            if count > 1 or words(prefix) in named or is_of_a_group(prefix)
        }

    def closest(self, author: Author) -> str:
        """The student whose name is nearly the author's, for a hint; "" if nobody's is."""
        names = {
            reading: person
            for person in self.people
            for name in orders(person)
            for reading in map(letters, readings(name))
        }
        asked = [letters(reading) for reading in readings(author.name)]
        close = {
            one: difflib.SequenceMatcher(None, one, reading).ratio()
            for reading in asked
            for one in difflib.get_close_matches(reading, list(names), 1, 0.75)
        }
        nearest = names[max(close, key=close.__getitem__)] if close else None
        return f"{nearest.id}, {name_of(nearest)}" if nearest else ""


def splits(name: str) -> list[tuple[str, str]]:
    """What stands before and after each hyphen of a name, the shortest prefix first."""
    parts = name.split("-")
    return [
        ("-".join(parts[:place]), "-".join(parts[place:]))
        for place in range(1, len(parts))
    ]


def tail_of(author: Author, prefixes: set[str]) -> str:
    """The student's name behind that of a group, "" if no group's is before it."""
    return next(
        (tail for prefix, tail in splits(author.name) if prefix in prefixes), ""
    )


def refuse_twins(assigned: Assigned) -> None:
    """Refuse the authors of one system who would be one student."""
    same = Counter(
        (author.system, student)
        for author, students in assigned.students.items()
        if author not in assigned.groups
        for student in students
    )
    for author, students in list(assigned.students.items()):
        if author not in assigned.groups and same[author.system, students[0]] > 1:
            del assigned.students[author]
            assigned.refused[author] = f"several of this name would be {students[0]}"
    assigned.new = [author for author in assigned.new if author in assigned.students]


def index_of(people: list[Person]) -> Index:
    """The students by all that they may be found by."""
    index: Index = {}
    for person in people:
        names = orders(person)
        keys = {
            *(("words", one) for name in names for one in spellings(name)),
            *(("letters", letters(name)) for name in names),
            *((kind, value_of(person, kind)) for kind in ("lms_user_id", "email")),
            ("id", person.id),
        }
        for key in keys:
            index.setdefault(key, []).append(person)
    return index


def listed_ids(people: list[Person]) -> str:
    return ", ".join(person.id for person in people)


def value_of(person: Person, kind: str) -> str:
    return getattr(person, kind).casefold()
