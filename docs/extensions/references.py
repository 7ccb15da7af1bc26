"""The directive `paper-references`: the paper's list of references, number by number.

references.bib has the number in front of each entry, with a note where the entry says
something else than the paper.
"""

import re
from pathlib import Path

from sphinx.util.docutils import SphinxDirective
from tables import table

BIBLIOGRAPHY = Path(__file__).parents[1] / "references.bib"
NUMBERED = re.compile(r"^% \[(\d+)\] ?(.*(?:\n% .*)*)\n@\w+\{(.+),", re.MULTILINE)


def setup(app):
    app.add_directive("paper-references", PaperReferences)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class PaperReferences(SphinxDirective):
    def run(self):
        rows = [
            [number, f"{{cite:t}}`{key}`", " ".join(note.split("\n% "))]
            for number, note, key in NUMBERED.findall(BIBLIOGRAPHY.read_text("utf-8"))
        ]
        header = ["In the paper", "Here", "What differs"]
        return self.parse_text_to_nodes(table(header, rows))
