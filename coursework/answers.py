"""A student's answers, put into the course's own notebook.

Only what the student has written is taken: the sources of solution cells, and code and text
in cells that the student has added, with their pictures but none of their metadata. So tests
that were changed, deleted, copied or tagged are the course's own again. What is not taken is
named. The student's check and grading both start from here.
"""

import ast
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import nbformat
from nbformat.notebooknode import NotebookNode

from coursework.cells import ADDED, heading, is_solution, is_test
from coursework.names import (
    as_python,
    may_bind_anything,
    names_bound,
    names_defined,
    parsed,
)
from coursework.notebook_file import (
    MOST_BYTES,
    HandedInCell,
    NotANotebook,
    as_cell,
    as_text,
    read_cells,
    read_notebook,
    with_pictures_aside,
)
from coursework.recognition import is_written_answer, normal, recognize

__all__ = [
    "MOST_BYTES",
    "HandedInCell",
    "NotANotebook",
    "as_cell",
    "as_text",
    "put_in",
    "read_cells",
    "read_notebook",
    "recognize",
]

MOST_CODE = 2**20  # characters in all code cells together
MOST_TEXT = 100_000  # characters in one text
MOST_TEXTS = 200  # that a student has added
FEWEST_WORDS = 5  # of prose in a cell that was never made a text
MOST_NAMED = 5  # in one remark
MAGIC = re.compile(r"^([ \t]*)([%!][^\n]*)", re.MULTILINE)
DEFINING = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
    *(ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign),
)


@dataclass
class Written:
    """What a student has written, by the place of the cell in the course's notebook.

    `added` follows the cell at its place, -1 for the beginning. `changed` are the course's
    own cells of which something is not used. `asking` are the places under a heading that
    asks for an answer in words.
    """

    asking: set[int] = field(default_factory=set)
    answers: dict[int, list[HandedInCell]] = field(default_factory=dict)
    added: dict[int, list[HandedInCell]] = field(default_factory=dict)
    changed: list[int] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def add(self, place: int, cell: HandedInCell) -> None:
        if cell.source.strip() or cell.attachments:
            self.added.setdefault(place, []).append(cell)

    @property
    def cells(self) -> Iterator[HandedInCell]:
        for cells in (*self.answers.values(), *self.added.values()):
            yield from cells


def put_in(
    notebook: NotebookNode, cells: list[HandedInCell], released: NotebookNode
) -> list[str]:
    """Put the answers among `cells` into the notebook, and added cells where they stood.

    Gives remarks: sentences that the student may read. NotANotebook if it is too much.
    """
    written = sort_out(cells, released)
    check_size(written)
    for place, cell in solutions(released):
        answer = chosen(written.answers.get(place, []), cell.source)
        notebook.cells[place].source = answer.source if answer else cell.source
        if answer and answer.attachments and cell.cell_type == "markdown":
            notebook.cells[place].attachments = answer.attachments
    elsewhere = keep_stubs_out(notebook, written, released)
    let_answers_wait(notebook, written, released)
    missing = [
        cell.id
        for place, cell in solutions(released)
        if place not in written.answers and place not in elsewhere
    ]
    notebook.cells = list(with_added(notebook.cells, written.added))
    named = [f"not among the cells handed in: {', '.join(missing)}"] if missing else []
    return [*named, *written.remarks, *unused_changes(written.changed, released)]


def solutions(released: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    """The cells that a student is to write, with their places."""
    yield from ((i, cell) for i, cell in enumerate(released.cells) if is_solution(cell))


def sort_out(cells: list[HandedInCell], released: NotebookNode) -> Written:
    """Which of `cells` are answers, added, or the course's own."""
    written, last, texts = Written(asking_in(released)), -1, 0
    for cell, place in zip(cells, recognize(cells, released), strict=True):
        if place is None:
            texts += cell.kind != "code"
            if cell.kind == "code" or texts <= MOST_TEXTS:
                written.add(last, shortened(cell, written.remarks))
            continue
        last = place
        own = released.cells[place]
        if not is_solution(own):
            keep_insertions(cell, place, own, written)
            continue
        answers = written.answers.setdefault(place, [])
        cell = shortened(cell, written.remarks, is_written_answer(own))
        first = chosen(answers, own.source)
        if first is None or first.source == own.source:
            answers.append(cell)
        elif cell.source != own.source:
            # A copied cell stands after the original, as it did for the student.
            written.add(place, cell)
    if texts > MOST_TEXTS:
        written.remarks.append(f"not used: {texts - MOST_TEXTS} of {texts} added texts")
    return written


def chosen(answers: list[HandedInCell], stub: str) -> HandedInCell | None:
    """The first of the `answers` that is no stub, else the first, None if there is none."""
    first = answers[0] if answers else None
    return next((one for one in answers if one.source != stub), first)


def check_size(written: Written) -> None:
    size = sum(len(cell.source) for cell in written.cells if cell.kind == "code")
    if size > MOST_CODE:
        raise NotANotebook(
            f"its cells hold more than {MOST_CODE // 2**20} MiB of text in code that is "
            "not the course's: keep data in a file beside the notebook"
        )


def shortened(
    cell: HandedInCell, remarks: list[str], is_text: bool = False
) -> HandedInCell:
    """A text cell with as much as a page can show; what is more is named in `remarks`."""
    if (cell.kind == "code" and not is_text) or len(cell.source) <= MOST_TEXT:
        return cell
    name = cell.grade_id or cell.id or "without a name"
    remarks.append(
        f"not used: what follows the first {MOST_TEXT} characters of the text {name}"
    )
    return HandedInCell(
        cell.kind, cell.source[:MOST_TEXT], cell.grade_id, cell.id, cell.attachments
    )


def keep_insertions(
    cell: HandedInCell, place: int, own: NotebookNode, written: Written
) -> None:
    """Keep what was written into one of the course's own cells, in a cell beside it."""
    text = with_pictures_aside(own.source, {})
    if cell.as_released or normal(cell.source) in (normal(own.source), normal(text)):
        return
    if len(cell.source) > MOST_TEXT:
        written.changed.append(place)
    elif own.cell_type == "code":
        keep_definitions(cell, place, own, written)
    else:
        keep_lines(cell, place, own, written)


def keep_lines(
    cell: HandedInCell, place: int, own: NotebookNode, written: Written
) -> None:
    """Keep the lines that were written into one of the course's texts, as a text below it.

    Where a written answer is asked for also those in place of a line: it may stand over its
    question. Elsewhere these may be the course's own of an earlier day, and are named.
    """
    before, after = normal(own.source).splitlines(), normal(cell.source).splitlines()
    steps = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    kinds = ("insert", "replace") if place in written.asking else ("insert",)
    lines = [line for step, *_, i, j in steps if step in kinds for line in after[i:j]]
    inserted = HandedInCell("markdown", "\n".join(lines), "", "", cell.attachments)
    written.add(place, inserted)
    if any(step == "replace" and step not in kinds for step, *_ in steps):
        written.changed.append(place)


def quoted(source: str) -> str:
    """A cell in which each magic is a string, so that lines keep their numbers."""
    return MAGIC.sub(lambda found: f"{found[1]}{found[2]!r}", source)


def keep_definitions(
    cell: HandedInCell, place: int, own: NotebookNode, written: Written
) -> None:
    """Keep what a student has defined in one of the course's code cells, beside it.

    Before a test, which may be about it, and after a setup, which it may need. Whatever else
    was changed there is named.
    """
    theirs, ours = (as_python(quoted(text)) for text in (cell.source, own.source))
    if theirs is None or ours is None:
        written.changed.append(place)
        return
    known, taken = [ast.dump(s) for s in ours.body], names_bound(own.source)
    kept = [
        statement
        for statement in theirs.body
        if isinstance(statement, DEFINING)
        and ast.dump(statement) not in known
        and taken.isdisjoint(names_bound(lines_of(statement, cell.source)))
    ]
    if kept:
        source = "\n\n".join(lines_of(statement, cell.source) for statement in kept)
        beside = place - 1 if is_test(own) else place
        written.add(beside, HandedInCell("code", source, "", ""))
    if [ast.dump(s) for s in theirs.body if s not in kept] != known:
        written.changed.append(place)


def unused_changes(places: list[int], released: NotebookNode) -> list[str]:
    names = list(dict.fromkeys(released.cells[place].id for place in places))
    if not names:
        return []
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    some = ", ".join(names[:MOST_NAMED])
    return [f"not used: what was changed in cells of the course ({some}{more})"]


def keep_stubs_out(
    notebook: NotebookNode, written: Written, released: NotebookNode
) -> set[int]:
    """Leave out what a stub would define anew after the student's own definition.

    Gives the places of the cells of which nothing is left.
    """
    stubs = {p: c.source for p, c in solutions(released) if c.cell_type == "code"}
    left = [place for place, stub in stubs.items() if is_left(notebook, place, stub)]
    if not left:
        return set()
    added = [c.source for cells in written.added.values() for c in cells if is_code(c)]
    bound = {name for source in added for name in names_bound(source)}
    for place in set(stubs) - set(left):
        # What is defined again, such as a class derived from itself, stays in its cell.
        source = notebook.cells[place].source
        added.append(source)
        bound |= names_bound(source) - set(names_defined(stubs[place]))
    opaque, gone = any(map(may_bind_anything, added)), set()
    for place in left:
        names = set(names_defined(stubs[place]))
        unsure = opaque and place not in written.answers
        elsewhere = names if unsure else names & bound
        if elsewhere:
            notebook.cells[place].source = without(stubs[place], elsewhere)
            gone |= {place} if elsewhere == names else set()
    return gone


def is_left(notebook: NotebookNode, place: int, stub: str) -> bool:
    return normal(notebook.cells[place].source) == normal(stub)


def is_code(cell: HandedInCell) -> bool:
    return cell.kind == "code"


def without(stub: str, names: set[str]) -> str:
    """A stub without its definitions of `names`."""
    lines, kinds = stub.splitlines(), (ast.FunctionDef, ast.ClassDef)
    tree = as_python(stub)
    for statement in reversed(tree.body if tree else []):
        if isinstance(statement, kinds) and statement.name in names:
            lines[first_line(statement) - 1 : statement.end_lineno] = []
    left = "\n".join(lines).strip()
    note = f"# In another cell: {', '.join(sorted(names))}"
    return f"{note}\n\n{left}" if left else note


def first_line(statement: ast.stmt) -> int:
    """The number of a statement's first line, decorators included."""
    decorators = getattr(statement, "decorator_list", [])
    return min(part.lineno for part in (statement, *decorators))


def lines_of(statement: ast.stmt, source: str) -> str:
    return "\n".join(
        source.splitlines()[first_line(statement) - 1 : statement.end_lineno]
    )


def let_answers_wait(
    notebook: NotebookNode, written: Written, released: NotebookNode
) -> None:
    """Let a person mark a written answer that may stand in a cell beside its own.

    nbgrader gives 0 to an answer with the checksum that it was released with. An added text
    may be the answer wherever it stands, code with something to say only close by.
    """
    sections = sections_of(released)
    near = {
        sections[place]
        for place, cells in written.added.items()
        if place >= 0 and any(map(says_something, cells))
    }
    added = [cell for cells in written.added.values() for cell in cells]
    is_text_there = any(cell.kind != "code" for cell in added)
    at_the_end = written.added.get(len(sections) - 1, [])
    is_said_at_the_end = any(map(says_something, at_the_end))
    for place, cell in solutions(released):
        if cell.cell_type == "markdown" and (
            is_text_there or is_said_at_the_end or sections[place] in near
        ):
            notebook.cells[place].metadata.nbgrader.pop("checksum", None)


def asking_in(released: NotebookNode) -> set[int]:
    """The places under the headings that ask for an answer in words."""
    sections = sections_of(released)
    asking = {sections[p] for p, c in solutions(released) if is_written_answer(c)}
    return {place for place, section in enumerate(sections) if section in asking}


def sections_of(released: NotebookNode) -> list[int]:
    """The number of the heading that each cell stands under."""
    sections, number = [], 0
    for cell in released.cells:
        number += bool(heading(cell))
        sections.append(number)
    return sections


def says_something(cell: HandedInCell) -> bool:
    """Is it text, or code with a comment or a text in it, or prose in place of code?"""
    return (
        cell.kind != "code"
        or any(mark in cell.source for mark in "#\"'")
        or cell.source.startswith(("%%markdown", "%%html"))
        or len(cell.source.split()) >= FEWEST_WORDS
        and parsed(cell.source) is None
    )


def with_added(
    cells: list[NotebookNode], added: dict[int, list[HandedInCell]]
) -> Iterator[NotebookNode]:
    number = 0
    for place in range(-1, len(cells)):
        if place >= 0:
            yield cells[place]
        for cell in added.get(place, []):
            number += 1
            yield added_cell(cell, f"{ADDED}{number}")


def added_cell(cell: HandedInCell, name: str) -> NotebookNode:
    if cell.kind == "code":
        return nbformat.v4.new_code_cell(cell.source, id=name)
    source = cell.source
    if cell.kind != "markdown":  # raw: to be shown as it was typed
        source = "\n".join(f"    {line}" for line in source.splitlines())
    made = nbformat.v4.new_markdown_cell(source, id=name)
    if cell.attachments:
        made.attachments = cell.attachments
    return made
