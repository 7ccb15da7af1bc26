"""Times of handing in, as people, programs and systems write them."""

import datetime

import pytest
from pipeline.small_course import (
    EXERCISE,
    HandIn,
    as_it_is,
    lay,
    make_course,
)

from grading import autograde
from grading.submission.folder import Submission
from grading.times import STAMP, UTC, NotATime, parse_time, read_stamp

TEN = datetime.datetime(2027, 3, 2, 10, 0)
TEXTS = {  # each is 10:00 UTC on 2 March 2027
    **dict.fromkeys(
        [
            "2027-03-02 10:00 UTC",
            "2027-03-02 10:00",
            "2027-03-02T10:00:00Z",
            "2027-03-02 10:00:00.000000 UTC",
            "2027-03-02T11:00:00+01:00",
            "2027-03-02 11:00 +0100",
            "2027-03-02 12:00 +02",
            "2027/03/02 10:00",
            "2027.03.02 10:00",
            "02.03.2027 10:00",
            "2.3.2027, 10:00 Uhr",
            "02.03.27 10:00",
            "02.03.2027 11:00 MEZ",
            "2027-03-02 12:00 MESZ",
            "2027-03-02 11:00 CET",
            "02.03.2027 11:00 Uhr (MEZ)",
            "2027-03-02 11:00 Europe/Berlin",
            "2027-03-02 05:00 America/New_York",
            "2027-03-02 12:00 UTC+2",
            "2 March 2027 10:00 UTC",
            "2. März 2027, 10.00 Uhr",
            "Dienstag, 2. März 2027, 10:00",
            "Tuesday, 2 March 2027, 10:00 AM",
            "Tuesday, 2 March 2027 at 10:00 am UTC",
            "Mar 2, 2027 10:00 AM",
            "Tue, 02 Mar 2027 10:00:00 +0000",
            "Di, 02.03.2027 10:00",
            "2. mrz. 2027 10:00",
            "2 MAR 2027 10:00",
            "2. Ma\u0308rz 2027 10:00",
            "2. Maerz 2027 10:00",
        ],
        TEN,
    ),
    "13/03/2027 10:00": TEN.replace(day=13),
    "03/13/2027 10:00": TEN.replace(day=13),
    "3/3/2027 10:00": TEN.replace(day=3),
    "2 March 2027 12:05 AM": TEN.replace(hour=0, minute=5),
    "2 March 2027 12:05 PM": TEN.replace(hour=12, minute=5),
    "2027-07-02 12:00 Europe/Berlin": datetime.datetime(2027, 7, 2, 10, 0),
}
NO_TIMES = {
    "02/03/2027 10:00": "could be two days",
    "02-03-2027 10:00": "could be two days",
    "27-03-02 10:00": "could be two days",
    "02.03.2027": "no time of day",
    "2027-03-02": "no time of day",
    "2027-03-02 10:00 BST": "zone .* is not known",
    "2027-03-02 10:00 IST": "zone .* is not known",
    "2027-03-02 10:00 ../../etc/passwd": "cannot be read",
    "2027-02-30 10:00": "cannot be read",
    "30.02.2027 10:00": "cannot be read",
    "2027-03-02 25:00": "cannot be read",
    "2027-03-02 13:00 PM": "hour 13",
    "0001-01-01 00:00:00 +1400": "cannot be read",
    "yesterday, about noon": "cannot be read",
    "": "cannot be read",
    "9" * 400: "cannot be read",
    "10:00": "cannot be read",
    "2 Foo 2027 10:00": "no month",
    **dict.fromkeys(  # in Finnish, French, Dutch, Italian, Spanish, Polish, Croatian, none
        [
            *("3. marraskuuta 2027 10:00", "2 mars 2027 10:00", "2 maart 2027 10:00"),
            *("2 marzo 2027 10:00", "2 mayo 2027 10:00", "2 maj 2027 10:00"),
            *("2 sierpnia 2027 10:00", "3. listopada 2027 10:00", "2 maja 2027 10:00"),
            *("2 Marchember 2027 10:00", "junior 2, 2027 10:00", "Marc 2, 2027 10:00"),
        ],
        "no month",
    ),
}


MONTHS = {
    "en_US": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
    "de_DE": (
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
        *("September", "Oktober", "November", "Dezember"),
    ),
    "de_AT": ("Jänner", "Feber"),
    "short": (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct"),
        *("Nov", "Dec"),
    ),
    "kurz": (
        *(
            "Jan.",
            "Feb.",
            "Mär.",
            "Apr.",
            "Mai",
            "Jun.",
            "Jul.",
            "Aug.",
            "Sep.",
            "Okt.",
        ),
        *("Nov.", "Dez."),
    ),
}


@pytest.mark.parametrize("language", MONTHS)
def test_all_months_of_a_known_language_are_read(language):
    for number, name in enumerate(MONTHS[language], 1):
        for text in (f"2 {name} 2027 10:00", f"2. {name.upper()} 2027, 10:00 Uhr"):
            assert parse_time(text, UTC) == TEN.replace(month=number, tzinfo=UTC)
        assert parse_time(f"{name} 2, 2027 10:00", UTC).month == number


@pytest.mark.parametrize("text", TEXTS)
def test_a_time_is_read(text):
    time = parse_time(text, UTC).astimezone(UTC).replace(tzinfo=None)
    assert time == TEXTS[text]


@pytest.mark.parametrize(
    ("part", "microsecond"),
    [(".5", 500_000), (",25", 250_000), (".123456", 123_456), (".1234567", 123_456)],
)
def test_parts_of_a_second_are_read(part, microsecond):
    time = parse_time(f"2027-03-02 10:00:00{part} UTC", UTC)
    assert time == TEN.replace(microsecond=microsecond, tzinfo=UTC)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_or_two_is_refused(text):
    with pytest.raises(NotATime, match=NO_TIMES[text]):
        parse_time(text, UTC)


PLAIN = "2027-03-02 10:00 UTC"


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        (PLAIN.encode(), ""),
        (f"{PLAIN}\r\n\r\n".encode(), ""),
        (f"\ufeff{PLAIN}\n".encode(), ""),
        (PLAIN.encode("utf-16"), ""),
        (PLAIN.encode("utf-16-le"), ""),
        (PLAIN.encode("utf-16-be"), ""),
        (PLAIN.encode("utf-32"), ""),
        (b"02.03.2027 11:00 MEZ", ""),
        (f"\n{PLAIN}\nby mail, J\xf6rg".encode(), "the first line was taken"),
    ],
)
def test_a_stamp_is_read_however_it_was_saved(tmp_path, content, remark):
    (tmp_path / STAMP).write_bytes(content)
    stamp = read_stamp(tmp_path)
    assert stamp.time == TEN
    assert remark in stamp.remark and bool(remark) == bool(stamp.remark)


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        (b"", "is empty"),
        (b"02/03/2027 10:00", "could be two days"),
        (b"2027-03-02 10:00 J\xf6rg", "cannot be read"),
        (b"2027-03-02 10:00\n2027-01-02 10:00", "says two times"),
        (b"\xff\xfe2", "cannot be read"),
    ],
)
def test_what_a_stamp_does_not_say_is_a_remark(tmp_path, content, remark):
    (tmp_path / STAMP).write_bytes(content)
    stamp = read_stamp(tmp_path)
    assert stamp.time is None
    assert "not known when" in stamp.remark and remark in stamp.remark


def test_no_stamp_is_no_remark(tmp_path):
    assert (read_stamp(tmp_path).time, read_stamp(tmp_path).remark) == (None, "")
    (tmp_path / STAMP).mkdir()
    assert "cannot be read" in read_stamp(tmp_path).remark


def test_grading_is_never_in_time_in_silence(tmp_path):
    course = make_course(tmp_path)
    with course.nbgrader.gradebook as book:
        due = datetime.datetime(2027, 1, 31, 22, 59)
        book.update_or_create_assignment(EXERCISE, duedate=due)
    stamps = {
        "bom": f"\ufeff{PLAIN}".encode(),
        "german": b"02.03.2027 10:00",
        "utf16": PLAIN.encode("utf-16"),
        "slashes": b"02/03/2027 10:00",
        "nonsense": b"yesterday",
    }
    for student, content in stamps.items():
        lay(course, HandIn(student, as_it_is))
        folder = Submission(course, EXERCISE, student).folder
        (folder / STAMP).write_bytes(content)
    marks = {mark.student: mark for mark in autograde.run(course, [EXERCISE])}
    for student in ("bom", "german", "utf16"):
        assert "29 days 11 hours late" in marks[student].reason
    for student in ("slashes", "nonsense"):
        assert "it is not known when this was handed in" in marks[student].reason


def hand_in_at(course, said):
    """What ada has handed in, at the time that `said` says."""
    lay(course, HandIn("ada", as_it_is))
    submission = Submission(course, EXERCISE, "ada")
    (submission.folder / STAMP).write_text(said, encoding="utf-8")
    return submission


def by_nbgrader(course):
    done = course.nbgrader.autograde(EXERCISE, "ada", force=True, create=True)
    assert done["success"], done


def by_grading(course):
    autograde.run(course, [EXERCISE])


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("29.01.2027 12:30 MEZ", datetime.datetime(2027, 1, 29, 11, 30)),
        ("2027-01-29 12:30 +0100", datetime.datetime(2027, 1, 29, 11, 30)),
        ("02/03/2027 12:30", None),  # the second of March, or the third of February
    ],
)
def test_plain_nbgrader_reads_the_same_time(tmp_path, said, time):
    course = make_course(tmp_path)
    assert hand_in_at(course, said).time == time
    by_nbgrader(course)
    with course.nbgrader.gradebook as gradebook:
        assert gradebook.find_submission(EXERCISE, "ada").timestamp == time


@pytest.mark.parametrize("autograded", [by_nbgrader, by_grading])
def test_what_came_through_the_exchange_is_known_as_autograded(tmp_path, autograded):
    """nbgrader writes microseconds, and its formgrader compares all digits."""
    course = make_course(tmp_path)
    hand_in_at(course, "2027-01-29 12:30:59.123456 UTC")
    autograded(course)
    assert course.nbgrader.get_autograded_students(EXERCISE) == {"ada"}
