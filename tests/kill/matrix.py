"""The verdicts over all variants of one exercise, and what they must be."""

import hashlib
import json
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kill.exercise import Chaff, Exercise
from kill.liars import LIARS
from kill.mutants import Mutant, mutants
from kill.names import takes_names
from kill.runner import Variant, run

SEEDS = range(1001, 1021)
SPOT_CHECK = 4  # of so many variants that were judged before, one is judged again


@dataclass
class Report:
    """What was found for one exercise. `faults` are sentences; none means all is well."""

    exercise: str
    faults: list[str] = field(default_factory=list)
    # solution cell -> counts: wheats, chaffs, mutants, killed
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    survivors: list[dict[str, str]] = field(default_factory=list)

    def count(self, solution: str, what: str, number: int = 1) -> None:
        row = self.counts.setdefault(
            solution,
            {"wheats": 0, "chaffs": 0, "mutants": 0, "killed": 0, "explained": 0},
        )
        row[what] += number

    def total(self, what: str) -> int:
        return sum(row[what] for row in self.counts.values())


def failed(exercise: Exercise, verdicts: dict[str, str]) -> set[str]:
    """The tests that give no points: failed, or not run to their end."""
    return {
        test.grade_id for test in exercise.tests if verdicts.get(test.grade_id, "?")
    }


# A variant, and what judges the verdicts that it got.
Case = tuple[Variant, Callable[[dict[str, str]], None]]


def judge(exercise: Exercise, cases: list[Case]) -> None:
    """Run the variants of all `cases` at once, and hand each its verdicts."""
    verdicts = run(exercise, [variant for variant, _ in cases]) if cases else []
    for (_, look), found in zip(cases, verdicts, strict=True):
        look(found)


def judge_people(exercise: Exercise, report: Report, are_new: bool = True) -> None:
    """Who must pass, passes, and who must fail, fails: wheats, chaffs, liars, open tasks.

    Where they are not new, the tracked verdicts hold, and a spot check is judged again:
    chaffs only to the last test of the cells that they change.
    """
    judge_layout(exercise, report)
    count_solutions(exercise, report)
    cases = [
        *(wheat_case(exercise, report, *wheat) for wheat in exercise.wheats.items()),
        *(chaff_case(exercise, report, chaff, are_new) for chaff in exercise.chaffs),
        names_case(exercise, report),
        *liar_cases(exercise, report),
        *open_cases(exercise, report),
    ]
    chosen = cases if are_new else spot_check(exercise, cases)
    judge(exercise, [*chosen, stub_case(exercise, report)])


def count_solutions(exercise: Exercise, report: Report) -> None:
    """How many wheats and chaffs each solution cell has, and whether they are enough."""
    for cells in exercise.wheats.values():
        for solution in changed_cells(exercise, cells):
            report.count(solution, "wheats")
    count_chaffs(exercise, report)
    for solution in exercise.reference:
        if report.counts.get(solution, {}).get("wheats", 0) < 2:
            report.faults.append(f"{solution} has fewer than two wheats")
        if report.counts.get(solution, {}).get("chaffs", 0) < 1:
            report.faults.append(f"{solution} has no chaff")
    judge_number_of_chaffs(exercise, report)


def count_chaffs(exercise: Exercise, report: Report) -> None:
    for chaff in exercise.chaffs:
        for solution in changed_cells(exercise, chaff.cells):
            report.count(solution, "chaffs")


def spot_check(exercise: Exercise, cases: list[Case]) -> list[Case]:
    """Some of the cases; which, nobody decides: the exercise's own code does."""

    def draw(variant: Variant) -> int:
        words = f"{exercise.fingerprint_of_people} {variant.name}"
        return int(hashlib.sha256(words.encode()).hexdigest(), 16)

    return [case for case in cases if draw(case[0]) % SPOT_CHECK == 0]


def judge_chaffs(exercise: Exercise, report: Report) -> None:
    """The chaffs alone."""
    count_chaffs(exercise, report)
    judge(exercise, [chaff_case(exercise, report, chaff) for chaff in exercise.chaffs])


def wheat_case(exercise: Exercise, report: Report, name: str, cells: dict) -> Case:
    def look(verdicts: dict[str, str]) -> None:
        if wrong := describe_failures(exercise, verdicts):
            report.faults.append(f"wheat {name} loses points: {wrong}")

    return Variant(name, cells), look


def names_case(exercise: Exercise, report: Report) -> Case:
    def look(verdicts: dict[str, str]) -> None:
        if wrong := describe_failures(exercise, verdicts):
            report.faults.append(f"who takes the tests' names loses points: {wrong}")

    return Variant("takes names", takes_names(exercise)), look


def chaff_case(
    exercise: Exercise, report: Report, chaff: Chaff, to_the_end: bool = True
) -> Case:
    changed = changed_cells(exercise, chaff.cells)
    until = None if to_the_end else last_test(exercise, changed[-1])

    def look(verdicts: dict[str, str]) -> None:
        found = failed(exercise, verdicts) & tests_until(exercise, until)
        fails = chaff.fails & tests_until(exercise, until)
        if found != fails:
            report.faults.append(
                f"chaff {chaff.name}: must fail {sorted(fails - found) or 'nothing else'} "
                f"and does not; fails {sorted(found - fails) or 'nothing else'} and must not"
            )

    return Variant(chaff.name, chaff.cells, until), look


def stub_case(exercise: Exercise, report: Report) -> Case:
    def look(verdicts: dict[str, str]) -> None:
        every = {test.grade_id for test in exercise.tests}
        if earned := sorted(every - failed(exercise, verdicts)):
            report.faults.append(f"the untouched release earns points in {earned}")

    return Variant("untouched", exercise.stub), look


def open_cases(exercise: Exercise, report: Report) -> Iterator[Case]:
    """Each solution cell left as students find it: it costs points where the text says so."""
    for solution in exercise.reference:
        task = solution.partition("-")[0]

        def look(verdicts: dict[str, str], solution=solution, task=task) -> None:
            lost = failed(exercise, verdicts)
            hit = {test.task for test in exercise.tests if test.grade_id in lost}
            for other in sorted(hit - {task}):
                if task not in exercise.builds_on[other]:
                    report.faults.append(
                        f"{solution} left open costs points in {other}, whose text does not "
                        f"say that it builds on {task}"
                    )

        cells = exercise.reference | {solution: exercise.stub[solution]}
        yield Variant(f"{solution} left open", cells), look


def liar_cases(exercise: Exercise, report: Report) -> Iterator[Case]:
    """Each solution cell's functions, replaced by each of the liars."""
    for solution, source in exercise.reference.items():
        own = {test.grade_id for test in exercise.tests_of(solution)}
        for name, lie in LIARS.items():

            def look(verdicts: dict[str, str], own=own, name=name) -> None:
                if fooled := sorted(own - failed(exercise, verdicts)):
                    report.faults.append(f"the liar '{name}' passes {fooled}")

            last = last_test(exercise, solution)
            yield Variant(f"{solution}: {name}", {solution: source}, last, lie), look


def judge_layout(exercise: Exercise, report: Report) -> None:
    """Each task's tests stand before the next task's solutions: they cannot need them."""
    latest = 0
    for cell in exercise.cells:
        if cell.kind == "given" or not cell.grade_id.startswith("task"):
            continue
        task = int(cell.grade_id.partition("-")[0].removeprefix("task"))
        if task < latest:
            report.faults.append(
                f"{cell.grade_id} stands behind a cell of task {latest}"
            )
        latest = max(latest, task)
    for test in exercise.tests:
        if test.solution not in exercise.reference:
            report.faults.append(f"{test.grade_id} is not named after a solution cell")


def judge_number_of_chaffs(exercise: Exercise, report: Report) -> None:
    tasks: dict[str, int] = {}
    for solution in exercise.reference:
        task = solution.partition("-")[0]
        chaffs = report.counts.get(solution, {}).get("chaffs", 0)
        tasks[task] = tasks.get(task, 0) + chaffs
    few = [task for task, chaffs in tasks.items() if chaffs < 4]
    if few:
        report.faults.append(f"fewer than four chaffs: {', '.join(few)}")


def judge_luck(exercise: Exercise, report: Report) -> None:
    """With other random numbers in the tests, wheats and chaffs are judged the same.

    A chaff by the tests of the cells that it changes: what it does to later tasks is the
    same mistake again.
    """
    people = [("the reference", {}, frozenset())]
    people += [
        (f"wheat {name}", cells, frozenset()) for name, cells in exercise.wheats.items()
    ]
    people += [(f"chaff {c.name}", c.cells, c.fails) for c in exercise.chaffs]
    variants = []
    for name, cells, fails in people:
        last = exercise.tests[-1].grade_id
        if fails:
            last = last_test(exercise, changed_cells(exercise, cells)[-1])
        variants += [Variant(name, cells, last, seed=seed) for seed in SEEDS]
    verdicts = iter(run(exercise, variants))
    for name, _, fails in people:
        otherwise = {}
        for seed in SEEDS:
            judged = tests_until(exercise, variants[0].until)
            found = failed(exercise, next(verdicts)) & judged
            if found != fails & judged:
                tests = tuple(sorted(found ^ (fails & judged)))
                otherwise.setdefault(tests, []).append(seed)
            del variants[0]
        report.faults += [
            f"{name}: {', '.join(tests)} judged otherwise with {len(seeds)} of "
            f"{len(SEEDS)} seeds, first {seeds[0]}"
            for tests, seeds in otherwise.items()
        ]


def judge_mutants(exercise: Exercise, report: Report) -> None:
    """Mutants: killed by a test of their own cell, or explained; no test without a use."""
    explained = read_survivors(exercise.folder / "survivors.toml")
    explained = {
        k: reason for k, reason in explained.items() if k[0] in exercise.mutated
    }
    killers: list[set[str]] = []
    judge(
        exercise,
        [
            mutant_case(exercise, report, mutant, explained, killers)
            for solution, source in exercise.mutated.items()
            for mutant in mutants(solution, source)
        ],
    )
    report.faults += [
        f"survivors.toml explains what is killed: {key}" for key in explained
    ]
    few = report.total("killed") < 0.98 * report.total("mutants")
    if few and not exercise.only:
        report.faults.append("fewer than 98 % of the mutants are killed")
    judge_usefulness(exercise, report, killers)


def mutant_case(
    exercise: Exercise,
    report: Report,
    mutant: Mutant,
    explained: dict[tuple[str, ...], str],
    killers: list[set[str]],
) -> Case:
    """Used reasons are taken out of `explained`; `killers` gets the tests that killed."""

    def look(verdicts: dict[str, str]) -> None:
        own = {test.grade_id for test in exercise.tests_of(mutant.cell)}
        report.count(mutant.cell, "mutants")
        if killed_by := own & failed(exercise, verdicts):
            report.count(mutant.cell, "killed")
            killers.append(killed_by)
            return
        entry = {"cell": mutant.cell, "line": mutant.line, "becomes": mutant.becomes}
        reason = explained.pop(tuple(entry.values()), "")
        if reason:
            report.count(mutant.cell, "explained")
        else:
            report.faults.append(f"a mutant survives: {entry}")
        report.survivors.append(entry | {"reason": reason})

    last = last_test(exercise, mutant.cell)
    return Variant(mutant.line, {mutant.cell: mutant.source}, last), look


def judge_usefulness(
    exercise: Exercise, report: Report, killers: list[set[str]]
) -> None:
    """Every test cell kills something that no other test of the same solution kills."""
    alone = {next(iter(tests)) for tests in killers if len(tests) == 1}
    for chaff in exercise.chaffs:
        for solution in changed_cells(exercise, chaff.cells):
            own = chaff.fails & {test.grade_id for test in exercise.tests_of(solution)}
            if len(own) == 1:
                alone |= own
    for test in exercise.tests:
        is_asked = test.solution in exercise.mutated
        if is_asked and test.grade_id not in alone and not test.is_guard:
            report.faults.append(
                f"{test.grade_id} kills nothing that no other test kills"
            )


def last_test(exercise: Exercise, solution: str) -> str:
    return exercise.tests_of(solution)[-1].grade_id


def tests_until(exercise: Exercise, until: str | None) -> set[str]:
    """The tests up to the one called `until`; all of them if that is None."""
    names = [test.grade_id for test in exercise.tests]
    return set(names if until is None else names[: names.index(until) + 1])


def changed_cells(exercise: Exercise, cells: dict[str, str]) -> list[str]:
    return [
        s for s, source in exercise.reference.items() if cells.get(s, source) != source
    ]


def describe_failures(exercise: Exercise, verdicts: dict[str, str]) -> str:
    return "; ".join(
        f"{grade_id} ({verdicts.get(grade_id, 'did not end')})"
        for grade_id in sorted(failed(exercise, verdicts))
    )


def read_survivors(path: Path) -> dict[tuple[str, str, str], str]:
    """Mutants that change nothing: (cell, line, becomes) to the reason why."""
    if not path.exists():
        return {}
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["survivor"]
    return {(e["cell"], e["line"], e["becomes"]): e["reason"] for e in entries}


def write_verdicts(exercise: Exercise, report: Report) -> Path:
    """The tracked file of what the matrix found, with the exercise's fingerprint."""
    path = exercise.folder / "verdicts.json"
    found = {
        "fingerprint": exercise.fingerprint,
        "fingerprint_of_people": exercise.fingerprint_of_people,
        "counts": report.counts,
        "survivors": report.survivors,
        "faults": report.faults,
    }
    path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return path


def read_verdicts(exercise: Exercise) -> dict:
    path = exercise.folder / "verdicts.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def survivors_as_toml(survivors: Iterable[dict[str, str]]) -> str:
    """A draft of survivors.toml, for an author to fill in the reasons."""
    return "\n".join(
        "[[survivor]]\n"
        + "".join(f"{key} = {json.dumps(value)}\n" for key, value in s.items())
        for s in survivors
    )
