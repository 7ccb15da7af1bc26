"""The directives `kill-matrix` and `survivors`: what the kill matrix found."""

import sys
from functools import cache

from exercises import SOURCE, all_exercises
from sphinx.util.docutils import SphinxDirective
from tables import code, table

sys.path.append(str(SOURCE.parent / "tests"))
from kill.exercise import Exercise
from kill.matrix import read_verdicts

COUNTS = ("mutants", "killed", "explained")


def setup(app):
    app.add_directive("kill-matrix", KillMatrix)
    app.add_directive("survivors", Survivors)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


@cache
def verdicts():
    """Each exercise, as the kill matrix sees it, with its tracked verdicts."""
    found = [Exercise(SOURCE.parent, name) for name in all_exercises()]
    return [(exercise, read_verdicts(exercise)) for exercise in found]


class KillMatrix(SphinxDirective):
    """One exercise a row: its tests, and what they told right and wrong."""

    def run(self):
        header = ["Exercise", "Points:", "Tests:", "Wheats:", "Chaffs:", "Mutants:"]
        rows = []
        for exercise, found in verdicts():
            if found["faults"]:
                raise self.error(f"{exercise.name}: {'; '.join(found['faults'])}")
            counts = found["counts"].values()
            rows.append(
                [
                    f"{{exercise}}`{exercise.name}`",
                    round(sum(test.points for test in exercise.tests)),
                    len(exercise.tests),
                    len(exercise.wheats),
                    len(exercise.chaffs),
                    *(sum(row[what] for row in counts) for what in COUNTS),
                ]
            )
        totals = [sum(row[i] for row in rows) for i in range(1, len(rows[0]))]
        rows.append([f"**All {len(rows)}**", *totals])
        return self.parse_text_to_nodes(table([*header, "Killed:", "Explained:"], rows))


class Survivors(SphinxDirective):
    """The explained mutants, each with the reason why it is no mistake."""

    def run(self):
        rows = [
            [
                all_exercises()[exercise.name].number,
                f"{code(survivor['line'])} becomes {code(survivor['becomes'])}",
                survivor["reason"],
            ]
            for exercise, found in verdicts()
            for survivor in found["survivors"]
        ]
        header = ["Part", "Mutant", "Why no test can see it"]
        return self.parse_text_to_nodes(table(header, rows))
