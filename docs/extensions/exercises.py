"""The exercises, read from their notebooks in source/.

{exercise}`part1-1-autodiff-scalar` links to the exercise's row on the page of all
exercises and shows its title. The directives `exercise-table` and `exercise-map` make
that page: nothing in it is written twice.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

import nbformat
from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective, SphinxRole
from tables import table

from coursework.card import Card, read_card

SOURCE = Path(__file__).parents[2] / "source"
NUMBER = re.compile(r"\bPart (\d\w?(?:\.\d+)?)\b")
LINK = re.compile(r"\]\(\.\./[\w-]+/([\w-]+)\.ipynb\)")
# A card's words for what is not needed.
NOT_NEEDED = re.compile(r"\bhelps\b|not used|not needed|nothing from|nobody needs it")


def setup(app):
    app.add_role("exercise", ExerciseRole())
    app.add_directive("exercise-table", ExerciseTable)
    app.add_directive("exercise-map", ExerciseMap)
    app.add_node(ChaptersOf)
    app.connect("doctree-resolved", link_chapters)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


@dataclass(frozen=True)
class Exercise:
    """An exercise by its card, the table at its notebook's top."""

    card: Card

    @property
    def name(self):
        return self.card.exercise

    @property
    def title(self):
        return self.card.title

    @property
    def number(self):
        return NUMBER.match(self.title)[1]

    @property
    def hours(self):
        return self.card.minutes / 60

    @property
    def points(self):
        return self.card.points

    @property
    def points_by_hand(self):
        found = re.search(r"(\d+) for a written answer", self.card.rows["Points"])
        return int(found[1]) if found else 0

    @property
    def needs(self):
        """The numbers of the exercises it builds on. "Part 1" stands for its last one."""
        # What is said behind a semicolon or a full stop without naming an exercise
        # belongs to what was said before.
        clauses = []
        for words in re.split(r"; |\. (?=[A-Z])", self.card.needs):
            if NUMBER.search(words) or not clauses:
                clauses.append(words)
            else:
                clauses[-1] += f"; {words}"
        numbers = [e.number for e in all_exercises().values()]
        found = set()
        for words in clauses:
            if not NOT_NEEDED.search(words):
                for number in NUMBER.findall(words):
                    found.add(max(n for n in numbers if n.startswith(number)))
        return found


@cache
def all_exercises():
    """Each exercise by its name, in the course's order."""
    return {path.name: read(path) for path in sorted(SOURCE.iterdir()) if path.is_dir()}


def read(folder):
    notebook = nbformat.read(folder / f"{folder.name}.ipynb", as_version=4)
    return Exercise(read_card(folder.name, notebook))


class ExerciseRole(SphinxRole):
    def run(self):
        if self.text not in all_exercises():
            message = self.inliner.reporter.error(
                f"no exercise {self.text!r} in source/", line=self.lineno
            )
            return [nodes.problematic(self.rawtext, self.rawtext)], [message]
        link = addnodes.pending_xref(
            self.rawtext,
            nodes.inline(text=all_exercises()[self.text].title),
            refdomain="std",
            reftype="ref",
            reftarget=self.text,
            refexplicit=True,
            refdoc=self.env.docname,
        )
        self.set_source_info(link)
        return [link], []


class ExerciseTable(SphinxDirective):
    """One exercise a row, which is what links to the exercise lead to."""

    def run(self):
        exercises = all_exercises().values()
        header = ["Exercise", "Hours:", "Points:", "By hand:", "You need", "Chapters"]
        sums = ("hours", "points", "points_by_hand")
        lines = [
            [
                e.title,
                *(f"{getattr(e, what):g}" for what in sums),
                LINK.sub(r"](#\1)", e.card.needs),
                "",
            ]
            for e in exercises
        ]
        totals = [f"{sum(getattr(e, what) for e in exercises):g}" for what in sums]
        lines.append([f"**All {len(exercises)}**", *totals, "", ""])
        content = self.parse_text_to_nodes(table(header, lines))
        rows = list(content[0].findall(nodes.row))[1:-1]
        for e, row in zip(exercises, rows, strict=True):
            row["ids"].append(e.name)
            row[-1] += ChaptersOf(name=e.name)
            self.env.domains.standard_domain.note_hyperlink_target(
                e.name, self.env.docname, e.name, e.title
            )
        content[0]["classes"].append("exercises")
        return content


class ChaptersOf(nodes.General, nodes.Element):
    """Stands for links to the chapters that name an exercise, until all are read."""


def link_chapters(app, doctree, docname):
    for place in list(doctree.findall(ChaptersOf)):
        links = []
        for chapter in chapters(app.env):
            roles = app.env.get_doctree(chapter).findall(addnodes.pending_xref)
            if place["name"] in {role["reftarget"] for role in roles}:
                title = app.env.titles[chapter].astext()
                uri = app.builder.get_relative_uri(docname, chapter)
                link = nodes.reference("", title, refuri=uri, internal=True)
                links += [nodes.Text("; "), link]
        place.replace_self(nodes.paragraph("", "", *links[1:]))


def chapters(env):
    """The pages of the course text, in its order, without the one of exercises."""
    return [
        page
        for page in env.toctree_includes["index"]
        if page.startswith("chapters/") and page != "chapters/exercises"
    ]


class ExerciseMap(SphinxDirective):
    """A drawing of what builds on what: each part a column, each exercise a link."""

    def run(self):
        return [nodes.raw("", draw_map(all_exercises().values()), format="html")]


WIDTH, HEIGHT, ACROSS, DOWN = 208, 42, 264, 66  # of a box, and from box to box


def draw_map(exercises):
    # Part 1 stands in the middle, for the others build on it.
    column = {"2": 0, "1": 1, "3": 2}
    places, rows = {}, [0, 0, 0]
    for e in exercises:
        x = column[e.number[0]]
        places[e.number] = (x * ACROSS, rows[x] * DOWN)
        rows[x] += 1
    arrows = build_on(exercises)
    words = "; ".join(
        f"{number} builds on {' and '.join(sorted(needed)) or 'no other'}"
        for number, needed in arrows.items()
    )
    parts = [
        (
            '<div class="exercise-map"><svg role="group" '
            f'viewBox="-1 -1 {2 * ACROSS + WIDTH + 2} {max(rows) * DOWN}" '
            f"aria-label={quoteattr('What builds on what: ' + words)}>"
        ),
        (
            '<defs><marker id="arrow-head" viewBox="0 0 8 8" refX="7" refY="4" '
            'markerWidth="8" markerHeight="8" orient="auto">'
            '<path d="M0,0 L8,4 L0,8 z"/></marker></defs>'
        ),
    ]
    for number, needed in arrows.items():
        for other in needed:
            way = draw_arrow(places[other], places[number])
            parts.append(f'<path class="arrow" d="{way}"/>')
    parts += [draw_box(e, *places[e.number]) for e in exercises]
    return "\n".join([*parts, "</svg></div>"])


def draw_box(exercise, x, y):
    lines = wrap(exercise.title.removeprefix("Part "), 31)
    height = y + HEIGHT / 2 - 8 * (len(lines) - 1)
    text = "".join(
        f'<tspan x="{x + WIDTH / 2}" y="{height + 16 * i}">{escape(line)}</tspan> '
        for i, line in enumerate(lines)
    )
    return (
        f'<a href="#{exercise.name}"><rect x="{x}" y="{y}" width="{WIDTH}" '
        f'height="{HEIGHT}" rx="6"/><text>{text}</text></a>'
    )


def draw_arrow(start, end):
    """From box to box: down to the next one, else from side to side."""
    (x0, y0), (x1, y1) = start, end
    if x0 == x1 and y1 - y0 == DOWN:
        x = x0 + WIDTH / 2
        return f"M{x},{y0 + HEIGHT} L{x},{y1}"
    y0, y1 = y0 + HEIGHT / 2, y1 + HEIGHT / 2
    leave, arrive = (0, WIDTH) if x1 < x0 else (WIDTH, 0)
    if x0 == x1:  # around the boxes between
        leave = arrive = WIDTH
    x0, x1 = x0 + leave, x1 + arrive
    bend = (x1 - x0) / 2 or 40
    return f"M{x0},{y0} C{x0 + bend},{y0} {x1 - bend},{y1} {x1},{y1}"


def build_on(exercises):
    """Each number to those needed; not to those that they need themselves."""
    needs = {e.number: e.needs for e in exercises}

    def everything_before(number):
        return needs[number].union(*map(everything_before, needs[number]))

    return {
        number: needed - set().union(*map(everything_before, needed))
        for number, needed in needs.items()
    }
