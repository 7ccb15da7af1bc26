"""Hand-ins from the zip files of Moodle and Canvas, through nbgrader's zip collector.

``grading collect`` and ``nbgrader zip_collect`` do the same: nbgrader unpacks
``downloaded/EXERCISE/archive/`` with `LmsExtractor`, asks `LmsCollector` whose each file is,
and copies it to ``submitted/``.
"""

import contextlib
import copy
import filecmp
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import tzinfo
from functools import cached_property
from pathlib import Path, PurePosixPath

from nbgrader.apps.zipcollectapp import ZipCollectApp
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from traitlets import Bool, Enum, Int, Unicode

from coursework.terminal import in_one_line
from grading.arrival import unpack
from grading.arrival.given_times import read_times
from grading.arrival.groups import read_groups
from grading.arrival.kept import keep_told
from grading.arrival.lms import SYSTEMS, read_names
from grading.arrival.plan import Plan, Planner
from grading.arrival.returning import Returning
from grading.arrival.rewrite import authors_in, write_without
from grading.arrival.worksheet import read_worksheet
from grading.course import Course, CourseError, at_work
from grading.deadlines.zone import in_zone, name_of_zone, zone_of
from grading.private_file import private
from grading.results.read import read_people
from grading.submission.which_notebook import copy_number


class LmsExtractor(ExtractorPlugin):
    """Unpacks zip files with the times of their entries, within limits."""

    most_mib = Int(4096, help="in one zip file").tag(config=True)
    most_files = Int(50_000, help="in one zip file").tag(config=True)

    def __init__(self, **kwargs) -> None:
        super().__init__(**kwargs)
        self.left_out: list[str] = []
        self.skipped: dict[str, list[PurePosixPath]] = {}  # by zip file

    def extract(self, archive_path: str, extracted_path: str) -> None:
        archives, extracted = Path(archive_path), Path(extracted_path)
        with in_nbgraders_way(self.parent):
            for path in sorted(path for path in archives.rglob("*") if path.is_file()):
                place = extracted / "_".join(path.relative_to(archives).parts)
                if path.suffix.casefold() == ".zip":
                    unpacker = unpack.Unpacker(*self.limits(), self.zone())
                    unpacker.unpack(path, place)
                    self.left_out += unpacker.left_out
                    self.skipped[place.name] = unpacker.skipped
                else:
                    shutil.copy2(path, place)
        for sentence in self.left_out:
            self.log.warning(in_one_line(sentence))
        collector = self.parent.collector_plugin_inst
        if isinstance(collector, LmsCollector):
            collector.plan  # noqa: B018 (it copies what is a group's, before nbgrader looks)

    def zone(self) -> tzinfo | None:
        """The course's zone, for entries have times without any."""
        return zone_of(self.config)

    def limits(self) -> tuple[int, int]:
        """The most bytes and files of one zip file."""
        return self.most_mib * unpack.MEBI, self.most_files


class LmsCollector(FileNameCollectorPlugin):
    """Says whose each unpacked file is, and which of them count."""

    system = Enum(("", *SYSTEMS), "", help="whose zip files; '' for either").tag(
        config=True
    )
    worksheet = Unicode("", help="where Moodle's grading worksheet lies").tag(
        config=True
    )
    groups = Unicode("", help="where a file with groups and students lies").tag(
        config=True
    )
    times = Unicode("", help="where a file with students and times lies").tag(
        config=True
    )
    no_late = Bool(
        False, help="nobody is late of whom only the download's time is known"
    ).tag(config=True)

    @cached_property
    def plan(self) -> Plan:
        """Made from all files together, as soon as they are unpacked."""
        app = self.parent
        downloads = Path(app._format_collect_path("x")).parent
        with in_nbgraders_way(app):
            course = Course(Path(app.coursedir.root))
            groups, people = self.groups, read_people(course)
            zone = zone_of(course.settings)
            known = {person.id for person in people}
            plan = Planner(
                course=course,
                exercise=app.coursedir.assignment_id,
                extracted=downloads / app.extracted_directory,
                replaced=downloads / "replaced",
                entries=read_worksheet(Path(self.worksheet), zone)
                if self.worksheet
                else {},
                system=self.system,
                skipped=getattr(app.extractor_plugin_inst, "skipped", {}),
                groups=read_groups(Path(groups), people) if groups else {},
                given=read_times(Path(self.times), zone, known) if self.times else {},
                no_late=self.no_late,
            ).plan()
        keep_told(downloads, self.worksheet, groups)
        for sentence in plan.sentences():
            self.log.warning(sentence)
        return plan

    def collect(self, submitted_file: str) -> dict | None:
        """Student, name and time for nbgrader; None where a file does not count."""
        return self.plan.infos.get(Path(submitted_file))


@contextlib.contextmanager
def in_nbgraders_way(app: ZipCollectApp) -> Iterator[None]:
    """What a person can put right ends nbgrader's command with a line, not a traceback."""
    try:
        yield
    except CourseError as error:
        app.fail("%s", error)


class Collecting(ZipCollectApp):
    """nbgrader's command, started from ``grading collect``."""

    def fail(self, msg, *args):
        raise CourseError(msg % args)


def collect(
    course: Course,
    exercise: str,
    path: Path,
    system: str = "",
    worksheet: Path | None = None,
    groups: Path | None = None,
    times: Path | None = None,
    no_late: bool = False,
) -> Plan:
    """Collect the hand-ins of `exercise` from the zip file `path`; what became of them."""
    people, zone = read_people(course), zone_of(course.settings)
    if worksheet:
        read_worksheet(worksheet, zone)
    if groups:
        read_groups(groups, people)
    if times:
        read_times(times, zone, {person.id for person in people})
    unpack.check(path, *LmsExtractor(config=course.settings).limits())
    check_names(course, exercise, path, system)
    files = {"worksheet": worksheet, "groups": groups, "times": times}
    options = {name: str(file.resolve()) for name, file in files.items() if file}
    app = collecting(course, exercise, system=system, no_late=no_late, **options)
    archive = Path(app._format_collect_path(app.archive_directory))
    with (
        at_work(course),
        without_removed(course, path, system, archive.parent) as (kept, left_out),
    ):
        put_there = put(kept, archive)
        try:
            app.start()
        except CourseError:
            # Else what was refused would be collected with the next file.
            for place in put_there:
                place.unlink()
            raise
    plan = app.collector_plugin_inst.plan
    plan.notes += left_out + app.extractor_plugin_inst.left_out
    return plan


def collecting(course: Course, exercise: str, **options) -> Collecting:
    """nbgrader's command, with ours in the places of its plugins and with their options."""
    settings = copy.deepcopy(course.settings)
    settings.ZipCollectApp.force = True  # what is replaced was kept before
    settings.ZipCollectApp.extractor_plugin = LmsExtractor
    settings.ZipCollectApp.collector_plugin = LmsCollector
    settings.LmsCollector.update(options)
    app = Collecting(config=settings, log_level="ERROR")
    app.coursedir = CourseDirectory(parent=app, assignment_id=exercise)
    return app


def check_names(course: Course, exercise: str, path: Path, system: str) -> None:
    """Refuse a zip file that is of neither system, or of another exercise."""
    named = read_names(unpack.names_in(path), system)
    if not named:
        raise CourseError(
            f"{path.name} holds no file that is named as "
            f"{system.capitalize() or 'Moodle or Canvas'} names a student's. Wanted is the "
            "zip file that Moodle gives for Download all submissions, or Canvas for Download "
            "Submissions, with names visible."
        )
    counts = Counter(
        one
        for file in named
        for one in course.exercises
        if copy_number(file.file.name, one) is not None
    )
    if counts:
        other, most = counts.most_common(1)[0]
        if most > counts[exercise]:
            raise CourseError(
                f"{path.name} seems to be of another exercise: {most} of its notebooks are "
                f"called {other}.ipynb, {counts[exercise]} {exercise}.ipynb. Nothing was "
                "collected."
            )


@contextlib.contextmanager
def without_removed(
    course: Course, path: Path, system: str, place: Path
) -> Iterator[tuple[Path, list[str]]]:
    """The zip file without those who were removed from the class, and remarks on them."""
    returning = Returning(course)
    left_out = {one for one in authors_in(path, system) if returning.student(one)}
    if not left_out:
        yield path, []
        return
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as folder:
        kept = Path(folder, path.name)
        write_without(path, kept, left_out.__contains__, system)
        yield kept, [returning.remark(author) for author in sorted(left_out, key=str)]


def put(path: Path, folder: Path) -> list[Path]:
    """Copy the zip file into `folder` without losing another one of its name.

    Gives where it is now; nothing if it was there before.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = path.stem if path.suffix.casefold() == ".zip" else path.name
    number, place = 1, folder / f"{stem}.zip"
    while place.exists() and not filecmp.cmp(path, place, shallow=False):
        number += 1
        place = folder / f"{stem}-{number}.zip"
    if place.exists():
        return []
    # Half a copy would be taken for a zip file of its own the next time.
    with private(place) as half:
        shutil.copyfile(path, half)
        os.utime(half, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    return [place]


def print_plan(course: Course, plan: Plan, console: Console) -> None:
    """How many hand-ins there are, and what is to be known of some of them."""
    table = Table("student", "what", "handed in", box=SIMPLE_HEAD)
    table.add_column("remark", overflow="fold")
    for outcome in plan.outcomes:
        if outcome.remarks:
            time = in_zone(course.settings, outcome.time) if outcome.time else ""
            remarks = escape(in_one_line("; ".join(outcome.remarks)))
            table.add_row(
                escape(in_one_line(outcome.student)), outcome.what, time, remarks
            )
    if table.row_count:
        console.print(table)
    for note in plan.notes:
        console.print(f"* {escape(in_one_line(note))}")
    counts = Counter(outcome.what for outcome in plan.outcomes)
    said = ", ".join(f"{count} {what}" for what, count in counts.items()) or "none"
    zone = name_of_zone(course.settings)
    console.print(f"Hand-ins: {said}. Times were read in {zone}.")
