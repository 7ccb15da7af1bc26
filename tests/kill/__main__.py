"""make kill EXERCISE=...: run the kill matrix of one exercise and write its verdicts."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from grading.course import Course, CourseError
from kill import matrix
from kill.exercise import Exercise

ROOT = Path(__file__).resolve().parents[2]
console = Console(highlight=False, soft_wrap=True)


@click.command()
@click.argument("name", metavar="EXERCISE")
@click.option("--quick", is_flag=True, help="Neither mutants nor other seeds.")
@click.option(
    "--only",
    default="",
    metavar="TASK",
    help="Only chaffs and mutants whose chaff or solution cell is called so: task9, "
    "or one chaff, task9-closed-form.",
)
def main(name, quick, only):
    """Test the tests of EXERCISE.

    Its correct solutions are tests/exercises/EXERCISE/wheats/*.py, the typical mistakes
    of a task chaffs/TASK.py. A mutant that survives because it changes nothing is listed in
    survivors.toml there, with the reason; the draft that is printed at the end can be
    pasted. The verdicts are written to verdicts.json, which is tracked in git.
    """
    try:
        Course(ROOT).choose((name,))
    except CourseError as error:
        raise click.ClickException(str(error)) from None
    exercise, report = Exercise(ROOT, name, only), matrix.Report(name)
    steps = [
        ("wheats, chaffs, stub, liars and open tasks", matrix.judge_people),
    ]
    if only:
        steps = [("chaffs", matrix.judge_chaffs)]
    if not quick and exercise.mutated:
        steps.append(("mutants", matrix.judge_mutants))
    if not quick and not only:
        steps.append(("wheats and chaffs with twenty other seeds", matrix.judge_luck))
    try:
        if not exercise.chaffs and not exercise.mutated:
            raise CourseError(
                f"No chaff and no solution cell of {name} is called {only}."
            )
        judge_all(steps, exercise, report)
    except CourseError as error:
        raise click.ClickException(str(error)) from None
    print_report(report)
    if not quick and not only:
        matrix.write_verdicts(exercise, report)
    raise SystemExit(1 if report.faults else 0)


def judge_all(steps, exercise: Exercise, report: matrix.Report) -> None:
    for words, judge in steps:
        console.print(f"{exercise.name}: {words}")
        judge(exercise, report)


def print_report(report: matrix.Report) -> None:
    table = Table("solution", "wheats", "chaffs", "mutants killed", "explained")
    for solution, row in report.counts.items():
        killed = f"{row['killed']} of {row['mutants']}" if row["mutants"] else "-"
        table.add_row(
            solution,
            str(row["wheats"]),
            str(row["chaffs"]),
            killed,
            str(row["explained"]),
        )
    console.print(table)
    if report.total("mutants"):
        share = report.total("killed") / report.total("mutants")
        console.print(
            f"{report.total('killed')} of {report.total('mutants')} mutants: {share:.1%}"
        )
    for fault in report.faults:
        console.print(f"- {fault}", markup=False)
    unexplained = [s for s in report.survivors if not s["reason"]]
    if unexplained:
        console.print("\nTo explain in survivors.toml, or to kill:\n", markup=False)
        console.print(matrix.survivors_as_toml(unexplained), markup=False)


if __name__ == "__main__":
    main(prog_name="make kill")
