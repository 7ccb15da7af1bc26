"""Solutions that return nonsense which a careless test could take for right."""

import copy
import functools
import inspect

import numpy as np

from grading.solutions import definitions


class Everything:
    """Answers every operation with itself, equals everything, and is true."""

    def __call__(self, *args, **kwargs):
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __iter__(self):
        return iter([self])

    def __len__(self):
        return 1

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return True

    __hash__ = object.__hash__


for operation in [
    "add",
    "radd",
    "sub",
    "rsub",
    "mul",
    "rmul",
    "truediv",
    "rtruediv",
    "pow",
    "rpow",
    "matmul",
    "rmatmul",
    "neg",
    "abs",
    "getitem",
    "lt",
    "le",
    "gt",
    "ge",
    "contains",
]:
    setattr(Everything, f"__{operation}__", lambda self, *args: self)
Everything.__contains__ = lambda self, item: True


def zeroed(value):
    """`value` with every number in it set to 0."""
    if isinstance(value, (bool, int, float, np.number)):
        return type(value)(0)
    if isinstance(value, np.ndarray):
        return np.zeros_like(value)
    if hasattr(value, "dtype") and hasattr(value, "shape"):
        return value * 0  # a tensor or dp's node: its gradient is 0, too
    if hasattr(value, "element_spec"):  # a dataset of TensorFlow
        return value.map(lambda *parts: zeroed(parts))
    if isinstance(value, dict):
        return {key: zeroed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)([zeroed(item) for item in value])
    if callable(value):
        return lies_zero(value)
    if hasattr(value, "value") and hasattr(value, "parents"):  # a node
        liar = copy.copy(value)
        liar.value = zeroed(value.value)
        liar.parents = tuple((node, lies_zero(rule)) for node, rule in value.parents)
        return liar
    return value


def lies_zero(function):
    """`function` with every number in its results set to 0."""

    @functools.wraps(function)
    def liar(*args, **kwargs):
        return zeroed(function(*args, **kwargs))

    return liar


def lie_with_zeros(namespace: dict, source: str) -> None:
    """Let all that `source` defined return zeros."""
    for name in (definition.name for definition in definitions(source)):
        thing = namespace[name]
        if inspect.isclass(thing):
            for key, method in list(vars(thing).items()):
                if inspect.isfunction(method) and key != "__init__":
                    setattr(thing, key, lies_zero(method))
        elif callable(thing):
            namespace[name] = lies_zero(thing)


class ConstantLie:
    """Let all that `source` defined return one and the same thing."""

    def __init__(self, constant):
        self.constant = constant

    def __call__(self, namespace: dict, source: str) -> None:
        for name in (definition.name for definition in definitions(source)):
            namespace[name] = lambda *args, **kwargs: self.constant


LIARS = {
    "all numbers 0": lie_with_zeros,
    "always 1": ConstantLie(1.0),
    "always nan": ConstantLie(float("nan")),
    "nothing": ConstantLie(None),
    "an empty list": ConstantLie([]),
    "equals everything": ConstantLie(Everything()),
}
