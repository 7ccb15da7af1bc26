"""The sentences of errors: what came, what is wanted, and what to do."""

import numpy as np


def describe(node):
    label = f'"{node.name}"' if node.name else "a node"
    return f"{label} of shape {node.value.shape}"


def mismatch(first, operation, second, wanted):
    return ValueError(f"{operation} needs {wanted}, not {describe(first)} and "
                      f"{describe(second)}. A 1-d array is a row; .T makes it a column")


def check_axis(axis):
    if axis not in (None, 0, 1, -1, -2):
        raise ValueError(f"axis={axis!r}: take 0 (one result per column), 1 (one per "
                         "row) or None (one in all)")


def check_output(output):
    if output.value.size != 1:
        raise ValueError(f"grad needs an output of one number, not {describe(output)}: "
                         "sum it up first, output.sum().grad(1)")
    if not np.isfinite(output.value).all():
        raise FloatingPointError(
            f"no gradient of {output.value.item()}: look for log of 0, division by 0, "
            "exp of a large number. x.log_softmax() is finite, x.softmax().log() is not")


def no_numpy(function, node):
    name = function.__name__
    advice = f"write x.{name}()" if hasattr(node, name) else "use the methods of x"
    return TypeError(f"np.{name} knows no gradients: for a node x {advice}; where no "
                     "gradient is wanted, use x.value")
