"""Which of the files from Moodle's and Canvas's zip files become whose hand-in.

A hand-in's time is that of its entry in the zip file, read in this machine's zone, for it has
none. Today's Moodle and Canvas write the time of the download there. So where the same
hand-in comes with several downloads, the first one's time counts; where Canvas says in its
name that it was not late, it is not; and Moodle's grading worksheet has the time itself.
"""

import datetime
import hashlib
import shutil
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from nbgrader.api import MissingEntry

from grading.course import Course
from grading.lms import Author, Entry, Named, assign, copy_number, read_name
from grading.results import read_people
from grading.save import time_of

UTC = datetime.UTC
STAMP = "timestamp.txt"  # where nbgrader keeps the time of handing in
A_MINUTE = 60
# Not `nbgrader db student add`, which empties what it is not told.
HOW_TO_MAP = (
    "to give a new student another id, enter it with the name (nbgrader db student import "
    "FILE.csv, with the columns id, first_name, last_name), remove the new folder in "
    "submitted/ and collect again"
)
HOW_TO_TELL_APART = (
    "to tell apart who was refused, enter numbers or addresses (nbgrader db student import "
    "FILE.csv, with the columns id, lms_user_id, email; Moodle's are in its worksheet: "
    "--worksheet) and collect again, or lay their files into submitted/ by hand"
)
PACKED_WITHIN = 15 * A_MINUTE  # the time that packing a zip file takes at most


@dataclass(frozen=True)
class File:
    """A file as it was unpacked, and what its name says."""

    path: Path
    named: Named

    @property
    def time(self) -> float:
        return self.path.stat().st_mtime

    @property
    def name(self) -> PurePosixPath:
        return self.named.file


@dataclass
class HandIn:
    """What one zip file holds of one author.

    `files` are by the paths that they get in ``submitted/``; `remarks` are sentences. It
    was in the zip file at the time `seen`, and was handed in at the time `time`.
    """

    files: dict[PurePosixPath, File]
    remarks: list[str]
    seen: datetime.datetime
    time: datetime.datetime
    is_time_sure: bool = False

    @cached_property
    def digests(self) -> dict[str, str]:
        return {str(name): digest(file.path) for name, file in self.files.items()}


@dataclass
class Outcome:
    """What became of a student's hand-in: collected, replaced, unchanged, not newer, refused."""

    student: str
    what: str
    time: datetime.datetime | None = None
    remarks: list[str] = field(default_factory=list)


@dataclass
class Plan:
    """What nbgrader is to copy, what becomes of everybody, and what else is to be known."""

    infos: dict[Path, dict] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def sentences(self) -> list[str]:
        return self.notes + [
            f"{outcome.student}: {outcome.what}; {'; '.join(outcome.remarks)}"
            for outcome in self.outcomes
            if outcome.remarks
        ]

    def is_refused(self) -> bool:
        """Was anybody's hand-in refused?"""
        return any(outcome.what == "refused" for outcome in self.outcomes)


@dataclass
class Planner:
    """Decides which of the unpacked files become whose hand-in."""

    course: Course
    exercise: str
    extracted: Path
    replaced: Path  # where a hand-in is kept that a newer one replaces
    entries: dict[str, Entry]
    system: str

    def plan(self) -> Plan:
        plan = Plan()
        found = self.read(plan)
        authors = {author for _, author in found}
        assigned = assign(authors, read_people(self.course), self.entries)
        hand_ins: dict[str, list[HandIn]] = {}
        for (_, author), files in found.items():
            if student := assigned.students.get(author):
                hand_ins.setdefault(student, []).append(self.hand_in(author, files))
        for student in sorted(hand_ins):
            self.decide(plan, student, hand_ins[student])
        for author, reason in assigned.refused.items():
            plan.outcomes.append(Outcome(str(author), "refused", remarks=[reason]))
        new = {assigned.students[author]: author for author in assigned.new}
        for outcome in plan.outcomes:
            if author := new.get(outcome.student):
                outcome.remarks.append(f"new: the gradebook has no {author}")
        if assigned.new:
            plan.notes.append(HOW_TO_MAP)
        if assigned.refused:
            plan.notes.append(HOW_TO_TELL_APART)
        plan.notes += self.on_times(plan, found)
        return plan

    def read(self, plan: Plan) -> dict[tuple[str, Author], list[File]]:
        """The unpacked files, by zip file and author."""
        found: dict[tuple[str, Author], list[File]] = {}
        for path in sorted(
            path for path in self.extracted.rglob("*") if path.is_file()
        ):
            archive, *inside = path.relative_to(self.extracted).parts
            named = read_name(PurePosixPath(*(inside or [archive])), self.system)
            if named:
                found.setdefault((archive, named.author), []).append(File(path, named))
            else:
                plan.notes.append(
                    f"left out, for its name says of nobody: {'/'.join(inside) or archive}"
                )
        return found

    def hand_in(self, author: Author, files: list[File]) -> HandIn:
        arranged, remarks = arrange(files, self.exercise)
        seen = as_time(max(file.time for file in files))
        entry = self.entries.get(author.number) if author.system == "moodle" else None
        if entry and entry.handed_in:
            time = entry.handed_in.astimezone(UTC)
            return HandIn(arranged, remarks, seen, time, is_time_sure=True)
        if self.due and all(file.named.late is False for file in files):
            return HandIn(arranged, remarks, seen, min(seen, self.due))
        return HandIn(arranged, remarks, seen, seen)

    @cached_property
    def due(self) -> datetime.datetime | None:
        with self.course.nbgrader.gradebook as gradebook:
            try:
                due = gradebook.find_assignment(self.exercise).duedate
            except MissingEntry:
                return None
        return due and due.replace(tzinfo=UTC)

    def decide(self, plan: Plan, student: str, hand_ins: list[HandIn]) -> None:
        """Let the newest of one student's hand-ins count, if it is newer than what is there."""
        chosen = max(hand_ins, key=lambda hand_in: hand_in.seen)
        same = [one for one in hand_ins if one.digests == chosen.digests]
        time = chosen.time if chosen.is_time_sure else min(one.time for one in same)
        folder = self.course.notebook_path("submitted", self.exercise, student).parent
        there = {
            str(name): digest(folder / name)
            for name in files_in(folder)
            if str(name) != STAMP
        }
        time_there = time_of(self.course, folder)
        time_there = time_there and time_there.replace(tzinfo=UTC)
        outcome = Outcome(student, "collected", time, list(chosen.remarks))
        plan.outcomes.append(outcome)
        if there == chosen.digests:
            earlier = time_there and not chosen.is_time_sure and time_there <= time
            if earlier or time == time_there:
                outcome.what, outcome.time = "unchanged", time_there
                return
            outcome.remarks.append("the same as before, with another time")
        elif there and time_there and time_there > time:
            outcome.what = "not newer"
            outcome.remarks.append(
                f"what is in submitted/ is newer ({local(time_there)}) and stays"
            )
            return
        elif there:
            outcome.what = "replaced"
            kept = keep(folder, self.replaced / student, time_there)
            outcome.remarks.append(
                f"what was there before is in {kept.relative_to(self.course.root)}"
            )
        for name, file in chosen.files.items():
            plan.infos[file.path] = {
                "student_id": student,
                "file_id": str(name),
                "timestamp": time,
            }

    def on_times(
        self, plan: Plan, found: dict[tuple[str, Author], list[File]]
    ) -> list[str]:
        """What is to be known of the times in each zip file that something is taken from."""
        notes = []
        taken = {path.relative_to(self.extracted).parts[0] for path in plan.infos}
        for archive in sorted(taken):
            authors = {
                author: files for (a, author), files in found.items() if a == archive
            }
            unsure = {a: f for a, f in authors.items() if a.number not in self.entries}
            times = [file.time for files in unsure.values() for file in files]
            if len(unsure) > 1 and max(times) - min(times) < PACKED_WITHIN:
                notes.append(
                    f"{archive}: all times are {local(as_time(max(times)))} or just before, "
                    "most likely the download's, not those of handing in. "
                    + (
                        "Canvas's names say who was late."
                        if next(iter(unsure)).system == "canvas"
                        else "Moodle's grading worksheet has them (--worksheet)."
                    )
                )
        return notes


def arrange(
    files: list[File], exercise: str
) -> tuple[dict[PurePosixPath, File], list[str]]:
    """The files of a hand-in by their paths in ``submitted/``, and remarks.

    The newest notebook of the exercise's name, or of several other ones the newest, is the
    hand-in. What lies beside it keeps its place beside it.
    """
    remarks = []
    notebooks = [file for file in files if file.name.suffix == ".ipynb"]
    copies = [f for f in notebooks if copy_number(f.name.name, exercise) is not None]
    chosen = newest(copies or notebooks, exercise)
    names = ", ".join(sorted(file.name.name for file in copies or notebooks))
    arranged = {}
    if len(copies) > 1:
        remarks.append(f"of {names} the newest counts, {chosen.name.name}")
    elif chosen and not copies and len(notebooks) > 1:
        remarks.append(
            f"none of {names} is called {exercise}.ipynb; the newest was taken, "
            f"{chosen.name.name}"
        )
    if chosen:
        # One notebook of another name keeps it, and grading says so to its author.
        is_named = copies or len(notebooks) > 1
        name = f"{exercise}.ipynb" if is_named else chosen.name.name
        arranged[PurePosixPath(name)] = chosen
    folder = chosen.name.parent if chosen else PurePosixPath()
    for file in files:
        if file is chosen or file in copies:
            continue
        is_beside = file.name.is_relative_to(folder)
        name = file.name.relative_to(folder) if is_beside else file.name
        if str(name) == STAMP or not has_room(name, arranged):
            remarks.append(f"{file.name} was left out, for its name is taken")
        else:
            arranged[name] = file
    return arranged, remarks


def files_in(folder: Path) -> list[Path]:
    """The files of a hand-in in ``submitted/``, without hidden ones of editors."""
    names = [p.relative_to(folder) for p in folder.rglob("*") if p.is_file()]
    return [n for n in names if not any(part.startswith(".") for part in n.parts)]


def newest(files: list[File], exercise: str) -> File | None:
    """The newest file; of those of the same minute the last copy by number."""

    def number(file: File) -> tuple:
        copy = copy_number(file.name.name, exercise) or 0
        return file.named.attachment, copy, file.time

    times = [file.time for file in files]
    if times and max(times) - min(times) >= A_MINUTE:
        return max(files, key=lambda file: file.time)
    return max(files, key=number, default=None)


def has_room(name: PurePosixPath, taken: dict[PurePosixPath, File]) -> bool:
    """Can a file be called so beside the others, none of which is a folder?"""
    return not any(
        name == other or name in other.parents or other in name.parents
        for other in taken
    )


def keep(folder: Path, where: Path, time: datetime.datetime | None) -> Path:
    """Copy a hand-in that is about to be replaced; where to."""
    stem = f"{time:%Y-%m-%d-%H%M%S}" if time else "no-time"
    number, kept = 1, where / stem
    while kept.exists():
        number += 1
        kept = where / f"{stem}-{number}"
    shutil.copytree(folder, kept)
    return kept


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def as_time(seconds: float) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(seconds, UTC)


def local(time: datetime.datetime) -> str:
    """A time as the person at this machine reads it."""
    return f"{time.astimezone():%Y-%m-%d %H:%M %Z}"
