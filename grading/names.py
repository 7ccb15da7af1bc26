"""Names of people, compared as learning platforms write them."""

import re
import unicodedata

APOSTROPHES = "'’‘ʼ´`′ʹ"
# Moodle leaves these out of the names of folders, two dots and more with them.
LEFT_OUT = re.compile(rf'[&<>"|:\\/{APOSTROPHES}\x00-\x1f\x7f]|\.\.+')
GROUP = re.compile(
    r"(?:^|\s|project|projekt|study|lab)"
    r"(?:group|gruppe|groupe|grupo|gruppo|grupp|groep|team|equipe|équipe|equipo)"
    r"(?:\s|[a-z]?\d*$)"
)


def words(name: str) -> str:
    """`name` in small letters with one space between its words."""
    found = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(found)


def spellings(name: str) -> set[str]:
    """`name` as it is, and as Moodle writes it: O'Brien is also OBrien."""
    name = unicodedata.normalize("NFKC", name.replace("_", " "))
    return {words(name), words(LEFT_OUT.sub("", name))} - {""}


def letters(name: str) -> str:
    """The letters and digits of `name` alone, as Canvas writes it."""
    return words(name).replace(" ", "")


def plain(name: str) -> str:
    """`letters` without accents."""
    split = unicodedata.normalize("NFKD", letters(name))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def is_of_a_group(name: str) -> bool:
    """Is it rather a group's name than a person's?"""
    return bool(GROUP.search(words(name)))
