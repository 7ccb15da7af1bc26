"""Can this machine grade? One look at everything that grading needs, and what to do.

Each check is a function of the course that returns a `Finding`. None of them changes the
course.
"""

from collections.abc import Callable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from coursework.trouble import sentence_for
from grading.course import Course
from grading.doctor.finding import OK, REMARK, WRONG, Finding, first_line
from grading.doctor.ghosts import exercises, other_gradebooks
from grading.doctor.gradebooks import gradebook
from grading.doctor.handed_in import hand_ins
from grading.doctor.installed import frameworks, kernels
from grading.doctor.isolation import limits, sandbox
from grading.doctor.machine import disk, memory
from grading.doctor.remains import leftovers
from grading.gradebook import is_ailment

STYLES = {OK: "green", REMARK: "yellow", WRONG: "bold red"}
CHECKS = (
    *(sandbox, limits, kernels, frameworks, hand_ins, gradebook, exercises),
    *(other_gradebooks, disk, memory, leftovers),
)


def examine(
    course: Course, tell: Callable[[str], None] = lambda step: None
) -> list[Finding]:
    """The findings of all checks; one that breaks down is a finding, too."""
    findings = []
    for check in CHECKS:
        name = check.__name__.replace("_", "-")
        tell(f"looking at: {name}")
        try:
            findings.append(check(course))
        except Exception as error:  # noqa: BLE001 (whatever is wrong here, say it)
            found = "could not be looked at"
            if is_ailment(error) and check is not gradebook:
                see = "see what is found of the gradebook"
                findings.append(Finding(name, REMARK, found, see))
                continue
            if to_do := sentence_for(error):
                findings.append(Finding(name, WRONG, found, to_do))
                continue
            found += f": {type(error).__name__}: {first_line(error)}"
            findings.append(Finding(name, WRONG, found, "read the message"))
    return findings


def print_findings(findings: list[Finding], console: Console) -> bool:
    """The findings as a table and a sentence; can this machine grade?"""
    table = Table("check", "", "found", "what to do", box=SIMPLE_HEAD)
    for column in table.columns[2:]:
        column.overflow = "fold"
    for one in findings:
        style = STYLES[one.state]
        state = f"[{style}]{one.state}[/{style}]"
        table.add_row(one.name, state, escape(one.found), escape(one.to_do))
    console.print(table)
    wrong = [one.name for one in findings if one.state == WRONG]
    console.print(
        f"This machine cannot grade yet: {', '.join(wrong)}."
        if wrong
        else "This machine can grade."
    )
    return not wrong
