"""Is a gradient right? Compare it with finite differences."""

import numpy as np

from dp.node import Node


def check_grad(f, *arrays):
    """The largest error of `grad` for the scalar node `f(node, ...)`, as a float.

    Every element x of the arrays (or numbers) is moved a little to both sides, and
    (f(x + h) - f(x - h)) / 2h compared with its derivative by `grad`. The error is the
    difference, relative to the larger of both where that is above 1. All in float64.

    Below 1e-6 all is well. Above 1e-4, or nan, something is wrong: a rule, an `f` that
    is random, a kink (`relu` at 0) within h of x: `assert check_grad(...) < 1e-6`.
    TypeError: `f` gives no node. ValueError: not one number, or what `Node` refuses.
    Source: central differences, Baydin et al. (2018), section 2.1.

    >>> check_grad(lambda x, y: (x @ y).exp(), [[1.0, 2.0]], [[0.5], [0.25]]) < 1e-6
    True
    """
    arrays = [Node(array).value.astype(np.float64) for array in arrays]
    leaves = [Node(array, f"argument {i}") for i, array in enumerate(arrays)]
    output = f(*leaves)
    if not isinstance(output, Node):
        raise TypeError(f"f must give a node, not {type(output).__name__}")
    gradients = output.grad(1)
    errors = [0.0]
    for leaf, array in zip(leaves, arrays, strict=True):
        for place in np.ndindex(array.shape):
            numeric = central_difference(f, arrays, array, place)
            # A leaf that f did not use is not in the graph: its derivative is 0.
            exact = gradients[leaf.name].item(place) if leaf.name in gradients else 0.0
            errors.append(abs(numeric - exact) / max(1, abs(numeric), abs(exact)))
    return float(np.max(errors))


def central_difference(f, arrays, array, place):
    """The derivative of f(*arrays) for one element of `array`, one of the arrays."""
    x = array.item(place)
    # The cube root of the rounding error: below it, that error outgrows the formula's.
    h = np.finfo(array.dtype).eps.item() ** (1 / 3) * max(1, abs(x))
    array[place] = x + h
    right = f(*map(Node, arrays)).value.item()  # nodes without names keep no graph
    array[place] = x - h
    left = f(*map(Node, arrays)).value.item()
    array[place] = x
    return (right - left) / (2 * h)
