"""A right solution whose helpers have every name that tests and their helpers use.

Students call theirs ``close``, ``step`` or ``sum``, and it must cost no point.
"""

import ast
import builtins
from collections.abc import Iterator
from keyword import iskeyword

from coursework.names import names_bound
from kill.exercise import Exercise


def takes_names(exercise: Exercise) -> dict[str, str]:
    """The reference's solution cells, each followed by assignments to all those names."""
    names = dict.fromkeys(sorted(names_to_take(exercise)), "taken")
    taking = "\n".join(f"{name} = {value!r}" for name, value in names.items())
    return {
        grade_id: f"{source}\n{taking}"
        for grade_id, source in exercise.reference.items()
    }


def names_to_take(exercise: Exercise) -> set[str]:
    """The names of tests and helpers, without those that the student's own code needs."""
    trees = {cell.grade_id: ast.parse(cell.source) for cell in exercise.cells}
    kept = {name for tree in trees.values() for name in kept_in(tree)}
    taken, needed, helpers = {*dir(builtins), *kept}, {"course_check"}, {}
    for cell in exercise.cells:
        tree, bound = trees[cell.grade_id], names_bound(cell.source)
        if cell.kind == "test":
            taken |= used_in(tree)
        elif cell.kind == "solution":
            needed |= used_in(tree) | bound
        else:
            taken |= bound
            for statement in tree.body:
                if getattr(statement, "name", None) in kept:
                    helpers[statement.name] = statement
                    needed |= used_by_head(statement)
                else:
                    needed |= used_in(statement)
    # A helper that others use, too, runs with the notebook's names there.
    while shared := needed & helpers.keys():
        needed |= set().union(*(used_in(helpers.pop(name)) for name in shared))
    # What begins with an underscore is Python's or IPython's.
    return {n for n in taken - needed if not n.startswith("_") and not iskeyword(n)}


def kept_in(tree: ast.Module) -> Iterator[str]:
    """What ``course_check.keep`` keeps for the tests."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "course_check.keep":
            yield from (argument.value for argument in node.args)


def used_in(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def used_by_head(definition: ast.FunctionDef | ast.ClassDef) -> set[str]:
    """The names that a definition uses when it is made."""
    head = [*definition.decorator_list, *getattr(definition, "bases", [])]
    return set().union(*map(used_in, head))
