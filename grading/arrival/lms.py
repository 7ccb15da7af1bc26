"""How Moodle and Canvas name what students hand in, and which student is meant.

What their zip files look like was read in their sources (Moodle:
``mod/assign/classes/downloader.php``, Canvas: ``lib/content_zipper.rb``).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from grading.arrival.names import LEFT_OUT

# Ada Lovelace_123456_assignsubmission_file_, as a folder or before a file's name. The number
# is the participant's in this one assignment.
MOODLE = re.compile(
    r"(?P<name>.*?)_(?P<number>\d+)_assignsubmission_[a-z]+(?:_(?P<file>.*))?"
)
# lovelaceada_LATE_123_4567_name.ipynb: last and first name without anything between, the
# user's number, the file's. An online text has no file. A name of signs alone is left empty.
CANVAS = re.compile(
    r"(?P<name>.*?)_(?P<late>LATE_)?(?P<number>\d+)_"
    r"(?:(?P<attachment>\d+)_(?P<file>.+)|(?P<text>(?:text|link)\.html))"
)
PATTERNS = {"moodle": MOODLE, "canvas": CANVAS}
SYSTEMS = tuple(PATTERNS)


@dataclass(frozen=True)
class Author:
    """Whom a zip file names. `number`: Moodle's of a participant, Canvas's of a user."""

    system: str
    name: str
    number: str

    def __str__(self):
        return f"{self.name or 'no name'} ({self.system.capitalize()} {self.number})"


@dataclass(frozen=True)
class Named:
    """What the name of a file in a zip file says.

    `file` is the path that the student gave it. A later file has a greater `attachment` in
    Canvas; `late` is what Canvas says, None where nothing is said.
    """

    author: Author
    file: PurePosixPath
    attachment: int = 0
    late: bool | None = None


@dataclass(frozen=True)
class Layout:
    """Which system a zip file comes from, and how deep in it students' names stand."""

    system: str
    depth: int


def layout_of(names: Iterable[PurePosixPath], system: str = "") -> Layout | None:
    """The layout of a zip file (of `system`, or of either if ""); None if of neither.

    Its outermost names decide: what lies deeper, a student has called so.
    """
    votes: dict[int, Counter] = {}
    for path in names:
        for depth in range(len(path.parts)):
            if found := match(path, depth, system):
                votes.setdefault(depth, Counter())[found[0]] += 1
                break
    if not votes:
        return None
    depth = min(votes)
    return Layout(votes[depth].most_common(1)[0][0], depth)


def match(
    path: PurePosixPath, depth: int, system: str = ""
) -> tuple[str, re.Match] | None:
    """The system that has named the part of `path` at `depth`, and what the name says.

    Of two the one whose student's name ends first: the rest is the student's own.
    """
    part = path.parts[depth]
    is_file = depth == len(path.parts) - 1 or part.casefold().endswith(".zip")
    found = [
        (one, said)
        for one in ((system,) if system else SYSTEMS)
        # Canvas makes no folders; a zip file that was handed in and unpacked is one here.
        if (is_file or one != "canvas") and (said := PATTERNS[one].fullmatch(part))
    ]
    return min(found, key=lambda pair: pair[1].end("name"), default=None)


def author_at(path: PurePosixPath, depth: int, system: str) -> Author | None:
    """Whom the part of `path` at `depth` names; None if it names nobody."""
    found = match(path, depth, system) if depth < len(path.parts) else None
    return Author(system, found[1]["name"], found[1]["number"]) if found else None


def read_name(path: PurePosixPath, layout: Layout) -> Named | None:
    """Whose file `path` is in a zip file of this layout; None if of nobody."""
    if len(path.parts) <= layout.depth:
        return None
    found = match(path, layout.depth, layout.system)
    if not found:
        return None
    said = found[1].groupdict()
    # What lies in it: in Moodle's folder of a student, or in a zip file that was handed in
    # and is a folder here.
    file = path.parts[layout.depth + 1 :] or [said["file"] or said.get("text")]
    if not file[0]:
        return None
    return Named(
        Author(layout.system, said["name"], said["number"]),
        PurePosixPath(*file),
        int(said.get("attachment") or 0),
        bool(said["late"]) if layout.system == "canvas" else None,
    )


def read_names(names: list[PurePosixPath], system: str = "") -> list[Named]:
    """What the names in a zip file say, without those that are of nobody."""
    layout = layout_of(names, system)
    return [one for name in names if layout and (one := read_name(name, layout))]


def name_back(named: Named, file: str) -> str:
    """The name under which the platform takes `file` for the author of what it has named.

    The numbers decide: Moodle's of the participant, Canvas's of the user and of one of the
    files that were handed in.
    """
    author = named.author
    if author.system == "moodle":
        # Moodle looks for the number behind the first of these.
        name = LEFT_OUT.sub("", author.name).replace("_", " ")
        return f"{name}_{author.number}_assignsubmission_file_/{file}"
    late = "LATE_" if named.late else ""
    return f"{author.name}_{late}{author.number}_{named.attachment}_{file}"
