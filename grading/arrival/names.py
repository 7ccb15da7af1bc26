"""Names of people, compared as learning platforms write them."""

import functools
import re
import unicodedata

APOSTROPHES = "'’‘ʼ´`′ʹ"
# Moodle leaves these out of the names of folders, two dots and more with them.
LEFT_OUT = re.compile(rf'[&<>"|:\\/{APOSTROPHES}\x00-\x1f\x7f]|\.\.+')
GROUP_WORD = (
    "(?:group|gruppe|groupe|grupo|gruppo|grupp|groep|team|equipe|équipe|equipo)"
)
GROUP = re.compile(
    rf"(?:^|\s|project|projekt|study|lab){GROUP_WORD}(?:\s|[a-z]?\d*$)"
    r"|小[组組]|^第?[\d一二三四五六七八九十]+[组組]$"
)
# Where nothing stands between the words: teamadam, smithgroup7.
JOINED_GROUP = re.compile(
    rf"(?:{GROUP_WORD}|project|projekt)s?\d*$|^(?:{GROUP_WORD}|proje[ck]t)"
)
# Letters that are no other letter with an accent, and how they are written without them.
OTHER_LETTERS = str.maketrans("łøđðıħŧ", "loddiht") | str.maketrans(
    {"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)
WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"}
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


def plain(text: str) -> str:
    """`text` in small letters without accents."""
    split = unicodedata.normalize("NFKD", text.casefold().translate(OTHER_LETTERS))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@functools.cache
def readings(name: str) -> frozenset[str]:
    """The words of `name` in plain letters: Müller is written Muller or Mueller."""
    composed = unicodedata.normalize("NFC", name).casefold()
    written_out = composed.translate(WRITTEN_OUT)
    return frozenset(words(plain(one)) for one in (composed, written_out))


def scripts(name: str) -> set[str]:
    """The scripts that the letters of `name` are of: LATIN, CJK, CYRILLIC."""
    letters_in = [letter for letter in plain(name) if letter.isalpha()]
    return {unicodedata.name(letter, "?").split()[0] for letter in letters_in}


def is_of_a_group(name: str) -> bool:
    """Is it rather a group's name than a person's?"""
    return bool(GROUP.search(words(name)))


def starts_or_ends_as_groups_do(name: str) -> bool:
    """Does it, where nothing stands between the words, begin or end with a group's word?"""
    return bool(JOINED_GROUP.search(letters(name)))
