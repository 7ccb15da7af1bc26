"""Which of the files from Moodle's and Canvas's zip files become whose hand-in.

A hand-in's time is that of its entry in the zip file, read in the course's zone, for it has
none. Today's Moodle and Canvas write the time of the download there. So where the same
hand-in comes with several downloads, the first one's time counts; where Canvas says in its
name that it was not late, it is not; and Moodle's grading worksheet, or a file of the
instructor's, has the time itself. Nobody is late by the time of a download.
"""

import datetime
import hashlib
import shutil
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from coursework.archives import is_junk
from coursework.terminal import in_one_line
from grading.arrival.arrange import File, arrange
from grading.arrival.given_times import HOW_TO_KNOW
from grading.arrival.groups import Group
from grading.arrival.lms import Author, layout_of, read_name
from grading.arrival.returning import Returning
from grading.arrival.roster import Assigned, Roster, id_for
from grading.arrival.whose_name import name_of
from grading.arrival.worksheet import Entry
from grading.course import Course, CourseError
from grading.deadlines.due import read_due
from grading.deadlines.extensions import Extensions, read_extensions
from grading.deadlines.zone import in_zone
from grading.people.class_list import has_class_list
from grading.results.read import read_people
from grading.submission.folder import Submission, is_hidden
from grading.submission.which_notebook import listed
from grading.times import STAMP, UTC
from grading.words import counted

HOW_TO_MAP = (
    "to give a new student another id, enter it with the name (grading class FILE.csv, "
    "with the columns id, first_name, last_name), remove "
    "the new folder in submitted/ and collect again"
)
HOW_TO_TELL_APART = (
    "to tell apart who was refused, enter numbers or addresses (grading class FILE.csv, "
    "with the columns id, lms_user_id, email; Moodle's are in its worksheet: --worksheet) "
    "and collect again, or lay their files into submitted/ by hand"
)
WITHOUT_NAMES = (
    "A group's submission would be taken for one member's: enter the names (grading class "
    "FILE.csv, with the columns id, first_name, last_name)"
)
OF_GROUPS = "files of groups, for each member"
PACKED_WITHIN = 15 * 60  # seconds: the time that packing a zip file takes at most


@dataclass
class Delivery:
    """What one zip file holds of one author.

    `files` are by the paths that they get in ``submitted/``; `remarks` are sentences. It
    was in the zip file at the time `seen`, and was handed in at the time `time`.
    """

    files: dict[PurePosixPath, File]
    remarks: list[str]
    seen: datetime.datetime
    time: datetime.datetime
    is_time_sure: bool = False
    is_time_of_download: bool = False

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
        said = self.notes + [
            f"{outcome.student}: {outcome.what}; {'; '.join(outcome.remarks)}"
            for outcome in self.outcomes
            if outcome.remarks
        ]
        return [in_one_line(sentence) for sentence in said]

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
    groups: dict[str, Group] = field(default_factory=dict)
    given: dict[str, datetime.datetime] = field(default_factory=dict)
    no_late: bool = False
    # By zip file the names of what was not unpacked.
    skipped: dict[str, list[PurePosixPath]] = field(default_factory=dict)

    def plan(self) -> Plan:
        plan = Plan()
        found, unused = self.read(plan)
        roster = Roster(read_people(self.course), self.entries, self.groups)
        self.leave_out_removed(plan, found, unused, roster)
        assigned = roster.assign({author for _, author in found})
        if has_class_list(self.course, roster.people):
            refuse_strangers(found, assigned)
        deliveries: dict[str, list[Delivery]] = {}
        authors: dict[str, list[Author]] = {}
        at_once = self.packed_at_once(found)
        for (archive, author), files in found.items():
            for student in assigned.students.get(author, ()):
                delivery = self.delivery(author, files, student, archive in at_once)
                if remark := assigned.remarks.get(author):
                    delivery.remarks.insert(0, remark)
                deliveries.setdefault(student, []).append(delivery)
                authors.setdefault(student, []).append(author)
        self.refuse_late_by_download(deliveries)
        for student in sorted(deliveries):
            self.decide(plan, student, deliveries[student])
        for author, reason in assigned.refused.items():
            plan.outcomes.append(Outcome(str(author), "refused", remarks=[reason]))
        came = {author for _, author in found}
        for author in sorted(unused.keys() - came, key=str):
            remark = of_nothing(unused[author])
            plan.outcomes.append(Outcome(str(author), "refused", remarks=[remark]))
        for outcome in plan.outcomes:
            for author in dict.fromkeys(authors.get(outcome.student, ())):
                outcome.remarks += self.on_author(author, outcome.student, roster)
        if assigned.new:
            plan.notes.append(HOW_TO_MAP)
        if assigned.refused:
            plan.notes.append(HOW_TO_TELL_APART)
        if assigned.nameless:
            plan.notes.append(
                "found by number or address alone, for the gradebook has no name: "
                f"{listed(map(PurePosixPath, assigned.nameless))}. {WITHOUT_NAMES}"
            )
        plan.notes += self.on_times(plan, found)
        return plan

    def leave_out_removed(
        self, plan: Plan, found: dict, unused: dict, roster: Roster
    ) -> None:
        """Take those out of what came who were removed from the class, and say so."""
        returning = Returning(self.course, roster)
        for author in sorted({one for _, one in found} | unused.keys(), key=str):
            if student := returning.student(author):
                remarks = [returning.remark(author)]
                plan.outcomes.append(Outcome(student, "left out", remarks=remarks))
                for key in [key for key in found if key[1] == author]:
                    del found[key]
                unused.pop(author, None)

    def on_author(self, author: Author, student: str, roster: Roster) -> list[str]:
        """What is to be known of an author whom the gradebook does not know, or did not."""
        made_up = id_for(author)
        known = {person.id: person for person in roster.people}
        if student != made_up:
            is_ghost = made_up not in known or not name_of(known[made_up])
            folder = Submission(self.course, self.exercise, made_up).folder
            if not is_ghost or not folder.exists():
                return []
            ghost = (
                f"submitted/{made_up} is of the same name, from an earlier collecting"
            )
            return [f"{ghost}: grading class --remove {made_up}"]
        if student in known:
            return []
        close = roster.closest(author)
        hint = f"; nearest is {close}" if close else ""
        return [f"new: the gradebook has no {author}{hint}"]

    def read(
        self, plan: Plan
    ) -> tuple[dict[tuple[str, Author], list[File]], dict[Author, list[PurePosixPath]]]:
        """The unpacked files, by zip file and author, and by author what is not used."""
        archives: dict[str, list[tuple[PurePosixPath, Path]]] = {
            archive: [] for archive in self.skipped
        }
        for path in sorted(
            path for path in self.extracted.rglob("*") if path.is_file()
        ):
            archive, *inside = path.relative_to(self.extracted).parts
            name = PurePosixPath(*(inside or [archive]))
            archives.setdefault(archive, []).append((name, path))
        found: dict[tuple[str, Author], list[File]] = {}
        unused: dict[Author, list[PurePosixPath]] = {}
        for archive, files in archives.items():
            skipped = self.skipped.get(archive, [])
            names = [name for name, _ in files] or skipped
            layout = layout_of(names, self.system)
            for name, path in files:
                named = layout and read_name(name, layout)
                if not named:
                    plan.notes.append(f"left out, for its name says of nobody: {name}")
                elif is_beside(named.file):
                    plan.notes.append(f"{name} was left out, for it is hidden")
                    skipped = [*skipped, name]
                else:
                    found.setdefault((archive, named.author), []).append(
                        File(path, named)
                    )
            for name in skipped:
                if named := layout and read_name(name, layout):
                    unused.setdefault(named.author, []).append(named.file)
        return found, unused

    def delivery(
        self, author: Author, files: list[File], student: str, at_once: bool
    ) -> Delivery:
        """What came of an author; `at_once` was all of it packed at one time, a download's."""
        arranged, remarks = arrange(self.course, self.exercise, files)
        seen = as_time(max(file.time for file in files))
        entry = self.entries.get(author.number) if author.system == "moodle" else None
        if sure := self.given.get(student) or (entry and entry.handed_in):
            time = sure.astimezone(UTC)
            return Delivery(arranged, remarks, seen, time, is_time_sure=True)
        due = self.due_for(student)
        if due and all(file.named.late is False for file in files):
            return Delivery(arranged, remarks, seen, min(seen, due))
        return Delivery(arranged, remarks, seen, seen, is_time_of_download=at_once)

    def due_for(self, student: str) -> datetime.datetime | None:
        """When the exercise is due for one student."""
        if not self.due:
            return None
        more = self.extensions.get((student, self.exercise), datetime.timedelta())
        return self.due + more

    @cached_property
    def due(self) -> datetime.datetime | None:
        due = read_due(self.course).get(self.exercise)
        return due and due.replace(tzinfo=UTC)

    @cached_property
    def extensions(self) -> Extensions:
        return read_extensions(self.course)

    def packed_at_once(
        self, found: dict[tuple[str, Author], list[File]]
    ) -> dict[str, datetime.datetime]:
        """The zip files whose times are most likely the download's, and the last of these."""
        times: dict[str, list[float]] = {}
        for (archive, author), files in found.items():
            if author.number not in self.entries:
                times.setdefault(archive, []).extend(file.time for file in files)
        return {
            archive: as_time(max(seen))
            for archive, seen in times.items()
            if max(seen) - min(seen) < PACKED_WITHIN
        }

    def refuse_late_by_download(self, deliveries: dict[str, list[Delivery]]) -> None:
        """Stop where somebody would lose points by a time that is not theirs."""
        late = [
            student
            for student, theirs in sorted(deliveries.items())
            if self.is_late_by_download(student, *chosen_and_first(theirs))
        ]
        if late and self.due and not self.no_late:
            raise CourseError(
                f"{self.exercise} was due at {self.said(self.due)}. Only the time of the "
                "download is known, which is later, of "
                f"{counted(len(late), 'submission')}: {listed(map(PurePosixPath, late))}. "
                f"{HOW_TO_KNOW}"
            )

    def is_late_by_download(
        self, student: str, chosen: Delivery, first: Delivery
    ) -> bool:
        """Would a submission that is not there yet be late by the time of a download?"""
        due = self.due_for(student)
        if not due or not first.is_time_of_download or first.time <= due:
            return False
        there = digests_in(Submission(self.course, self.exercise, student).folder)
        return bool(chosen.files) and there != chosen.digests

    def said(self, time: datetime.datetime) -> str:
        return in_zone(self.course.settings, time)

    def decide(self, plan: Plan, student: str, deliveries: list[Delivery]) -> None:
        """Let the newest of one student's hand-ins count, if it is newer than what is there."""
        chosen, first = chosen_and_first(deliveries)
        time = first.time
        submission = Submission(self.course, self.exercise, student)
        there = digests_in(submission.folder)
        time_there = submission.time and submission.time.replace(tzinfo=UTC)
        outcome = Outcome(student, "collected", time, list(chosen.remarks))
        plan.outcomes.append(outcome)
        if not chosen.files:
            outcome.what, outcome.time = "refused", None
            return
        if there == chosen.digests:
            earlier = time_there and not chosen.is_time_sure and time_there <= time
            if earlier or time == time_there:
                outcome.what, outcome.time = "unchanged", time_there
                return
            outcome.remarks.append("the same as before, with another time")
        elif there and time_there and time_there > time:
            outcome.what = "not newer"
            outcome.remarks.append(
                f"what is in submitted/ is newer ({self.said(time_there)}) and stays"
            )
            return
        elif there:
            outcome.what = "replaced"
            kept = keep(submission.folder, self.replaced / student, time_there)
            outcome.remarks.append(
                f"what was there before is in {kept.relative_to(self.course.root)}"
            )
        if self.is_late_by_download(student, chosen, first):
            time = outcome.time = self.due_for(student) or time
        for name, file in chosen.files.items():
            plan.infos[self.own_copy(plan, file.path, student, name)] = {
                "student_id": student,
                "file_id": str(name),
                "timestamp": time,
            }

    def own_copy(
        self, plan: Plan, path: Path, student: str, name: PurePosixPath
    ) -> Path:
        """A file for one student alone, under its own ending.

        nbgrader copies none for the others of a group, and keeps the ending of what came.
        """
        if path not in plan.infos and path.suffix == name.suffix:
            return path
        own = self.extracted / OF_GROUPS / student / name
        own.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy2(path, own))

    def on_times(
        self, plan: Plan, found: dict[tuple[str, Author], list[File]]
    ) -> list[str]:
        """What is to be known of the times in each zip file that something is taken from."""
        notes = []
        taken = {path.relative_to(self.extracted).parts[0] for path in plan.infos}
        taken.discard(OF_GROUPS)
        for archive, time in self.packed_at_once(found).items():
            unsure = [
                author
                for a, author in found
                if a == archive and author.number not in self.entries
            ]
            if archive in taken and len(unsure) > 1:
                notes.append(
                    f"{archive}: all times are {self.said(time)} or just before, most likely "
                    "the download's, not those of handing in. "
                    + (
                        "Canvas's names say who was late."
                        if unsure[0].system == "canvas"
                        else "Moodle's grading worksheet has them (--worksheet)."
                    )
                )
        return notes


def chosen_and_first(deliveries: list[Delivery]) -> tuple[Delivery, Delivery]:
    """Which of a student's deliveries counts, and by which one it was handed in."""
    deliveries = [one for one in deliveries if one.files] or deliveries
    chosen = max(deliveries, key=lambda one: one.seen)
    same = [one for one in deliveries if one.digests == chosen.digests]
    return chosen, (
        chosen if chosen.is_time_sure else min(same, key=lambda one: one.time)
    )


def refuse_strangers(
    found: dict[tuple[str, Author], list[File]], assigned: Assigned
) -> None:
    """Stop where most of a zip file's names are nobody's in the class list.

    It is of another course, then, or of groups, or the list is not the newest.
    """
    for archive in dict.fromkeys(archive for archive, _ in found):
        authors = [author for one, author in found if one == archive]
        new = [author for author in authors if author in assigned.new]
        if len(new) > 1 and 2 * len(new) > len(authors):
            names = ", ".join(str(author) for author in new[:5])
            more = f" and {len(new) - 5} more" if len(new) > 5 else ""
            raise CourseError(
                f"{archive}: of {len(authors)} names {len(new)} are nobody's in the class "
                f"list: {names}{more}. Nothing was collected. Is it the zip file of another "
                "course? If not, import the class list first (grading class "
                "FILE.csv); for groups, say who is in them (--groups FILE.csv)."
            )


def of_nothing(names: list[PurePosixPath]) -> str:
    """Why an author has handed in nothing that counts, of whom only these files came."""
    if all(map(is_beside, names)):
        return (
            "nothing came but what editors and systems put beside a notebook: "
            f"{listed(names)}. Ask for the notebook itself, the file that ends in .ipynb"
        )
    return (
        f"nothing of it could be unpacked: {listed(names)}. Ask for the notebook itself, "
        "under a short name"
    )


def is_beside(name: PurePosixPath) -> bool:
    """Is it a file that an editor or system puts beside somebody's own?"""
    return ".." not in name.parts and (is_hidden(name) or is_junk(name))


def digests_in(folder: Path) -> dict[str, str]:
    """The files that lie in ``submitted/``, without its time and editors' hidden ones."""
    names = [p.relative_to(folder) for p in folder.rglob("*") if p.is_file()]
    return {
        str(name): digest(folder / name)
        for name in names
        if not is_hidden(name) and str(name) != STAMP
    }


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
