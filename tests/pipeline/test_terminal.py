"""Text from a submission reaches a terminal as text: no control character comes through."""

import io
import os
import re

import pytest
from click.testing import CliRunner
from pipeline.small_course import EXERCISE, HandIn, as_it_is, lay, make_course, solving
from rich.table import Table

from coursework.friendly import FriendlyError, FriendlyGroup
from coursework.terminal import Terminal, has_controls, in_one_line, visible
from grading.autograde import run as grade
from grading.console import OnConsole, print_marks
from grading.course import CourseError
from grading.submission.folder_names import why_not_a_name
from grading.submission.mark import Mark

CLIPBOARD = "\x1b]52;c;cm0gLXJmIH4=\x07"
EVIL = {
    "clipboard": CLIPBOARD,
    "clipboard in C1": "\x9d52;c;eA==\x9c",
    "clear": "\x1b[2J\x1b[H",
    "C1": "\x9b31m",
    "back to the begin": "graded\rnot  ",
    "backspace": "ada\x08\x08\x08bob",
    "delete": "a\x7f",
    "bell": "\x07",
    "turned round": "\u202eada\u2066",
    "marks of direction": "\u200e\u200f\u061c",
    "half a pair": "\ud83d",
    "undecodable": os.fsdecode(b"\xff"),
    "line separators": "a\u2028b\u2029c\x85d",
    "null": "\x00",
    "invisible": "a\u00adb\ufeffc",
    "tags": "\U000e0041",
}
HARMLESS = (
    "Zoë Ødegård",
    "李雷",
    "😀👩\u200d🔬",
    "می\u200cخواهم",
    "e\u0301",
    "a [b] :x: \\",
)
STYLES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")  # rich's own: colors, the cursor


def orders_in(text: str) -> list[str]:
    """The control characters of a text, but lines."""
    return [repr(c) for c in text if has_controls(c) and c not in "\n\u200c\u200d"]


@pytest.mark.parametrize("text", EVIL.values(), ids=EVIL)
def test_control_characters_are_written_out(text):
    assert orders_in(visible(text)) == []
    assert visible(visible(text)) == visible(text)
    visible(text).encode()  # can be printed
    assert why_not_a_name(f"ada{text}")


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays(text):
    assert visible(text) == text


def test_a_name_takes_one_line():
    assert in_one_line("ada\nbob\tcem") == r"ada\nbob\tcem"


@pytest.fixture
def screen():
    """A console on a terminal, and what it has shown."""
    file = io.StringIO()
    return Terminal(file=file, force_terminal=True, width=200), file


def test_nothing_that_the_console_shows_obeys_a_stranger(screen):
    console, file = screen
    for text in EVIL.values():
        console.print(text, markup=False)
        table = Table(text)
        table.add_row(text)
        console.print(table)
        with console.status(text) as status:
            status.update(text)
        with OnConsole(console) as show:
            show.tell(text)
            show.begin(1)
            show.graded(mark(text))
        print_marks([mark(text)], console)
    assert orders_in(STYLES.sub("", file.getvalue()).replace("\r", "")) == []
    assert r"\x1b]52;c;" in file.getvalue()


def mark(text: str) -> Mark:
    return Mark(f"ada{text}", EXERCISE, 1, 2, "graded", f"failed: {text}", seconds=1)


def test_what_rich_takes_for_markup_is_text(screen):
    console, file = screen
    with OnConsole(console) as show:
        show.begin(1)
        show.graded(mark("[/red] [link=x]y[/link] :smile:"))
        show.bar.refresh()
    print_marks([mark("[/red] :smile:")], console)
    assert "[/red] [link=x]y[/link] :smile:" in file.getvalue()


def test_a_log_is_without_orders_too(capsys):
    with OnConsole(Terminal(width=160)) as show:
        show.begin(2)
        show.tell(f"waiting {CLIPBOARD}")
        show.graded(mark(f"\n{CLIPBOARD}"))
    said = capsys.readouterr().out
    assert orders_in(said) == [] and len(said.splitlines()) == 2


def test_an_error_message_is_without_orders():
    group = FriendlyGroup("main")

    @group.command()
    def fail():
        raise FriendlyError(f"{CLIPBOARD} has not handed in")

    done = CliRunner().invoke(group, ["fail"])
    assert done.exit_code == 1
    assert orders_in(done.output) == [] and r"\x1b]52" in done.output


NO_FILE = ("null", "half a pair")  # no file can be called so
ODD_NAMES = [f"ada{EVIL[kind]}" for kind in EVIL if kind not in NO_FILE] + [
    *("ada\n", "a\tb", "a*", "[ada]", "ada?")
]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """One student hands in an error that gives orders, many have names that do."""
    course = make_course(tmp_path_factory.mktemp("course"))
    bad = f"def greet(name):\n    raise ValueError({CLIPBOARD!r} + {EVIL['clear']!r})"
    lay(course, HandIn("0-first", solving(greet=bad)))
    for name in ODD_NAMES:
        lay(course, HandIn(name, as_it_is))
    lay(course, HandIn("last", as_it_is))
    return course


def test_odd_names_are_named_and_the_others_graded(course):
    marks = {mark.student: mark for mark in grade(course, [EXERCISE])}
    assert set(marks) == {"0-first", "last", *ODD_NAMES}
    assert (marks["0-first"].points, marks["last"].points) == (4, 7)
    for name in ODD_NAMES:
        assert marks[name].status == "not graded"
        assert f"submitted/{in_one_line(name)}" in marks[name].reason
        assert "rename it" in marks[name].reason
    with course.nbgrader.gradebook as gradebook:
        assert {one.id for one in gradebook.students} == {"0-first", "last"}


def test_an_odd_name_alone_can_be_asked_for(course):
    [mark] = grade(course, [EXERCISE], ("ada\n",))
    assert mark.status == "not graded"
    with pytest.raises(CourseError, match="'nobody' has not handed in"):
        grade(course, [EXERCISE], ("nobody",))


@pytest.mark.parametrize(
    "words, code",
    [
        (("autograde", EXERCISE), 1),
        (("autograde", EXERCISE, "--student", "nobody"), 1),
        (("report",), 0),
        (("export",), 0),
        (("export", "--format", "moodle"), 0),
    ],
)
def test_every_command_shows_text_only(course, run, words, code):
    done = run("grading", *words, folder=course.root, expect=code)
    assert orders_in(done.stdout + done.stderr) == []
    assert "Traceback" not in done.stderr
    if words[0] == "autograde" and len(words) == 2:
        assert r"\x1b]52;c;" in done.stdout and r"ada\n" in done.stdout
        assert f"{len(ODD_NAMES)} of {len(ODD_NAMES) + 2}" in done.stderr
