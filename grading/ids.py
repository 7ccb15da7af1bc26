"""Students' ids: nbgrader cannot take all, so others get one safe form by one rule."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 100
RULE = (
    "In an id, what is neither a letter, a digit nor one of . _ @ - becomes a hyphen, and an "
    "s goes in front of what begins with no letter: 101 becomes s101"
)


def safe_id(said: str) -> str:
    """The id for what somebody calls an id; "" if it holds no letter and no digit.

    nbgrader takes 101 for a number, ``*?[]`` for patterns, ``/`` for folders, a hyphen in
    front for an option, and the exchange splits names at ``+``.
    """
    hyphens = re.sub(r"[^\w.@-]+", "-", unicodedata.normalize("NFC", said.strip()))
    made = hyphens.strip("-.")
    if not any(map(str.isalnum, made)):
        return ""
    return made if made[0].isalpha() else f"s{made}"


def id_of(said: str, known: Collection[str]) -> str:
    """Whom `said` means: the student `known` by just this id, or else by its safe form."""
    return said if said in known else safe_id(said)
