"""What several test files share: every operation, with its value and derivative.

The derivatives are written as the formula that one would look up, not as `dp` has it.
"""

import numpy as np

from dp import Node

# name: node -> node, value, derivative, points at which both are compared
ELEMENTWISE = {
    "neg": (lambda x: -x, np.negative, lambda x: np.full_like(x, -1), [-2, 0, 0.5]),
    "exp": (Node.exp, np.exp, np.exp, [-3, 0, 0.5, 2]),
    "log": (Node.log, np.log, lambda x: 1 / x, [0.01, 0.5, 1, 30]),
    "sqrt": (Node.sqrt, np.sqrt, lambda x: 0.5 * x**-0.5, [0.01, 0.25, 1, 30]),
    "square": (Node.square, lambda x: x**2, lambda x: 2 * x, [-3, 0, 0.5, 2]),
    "abs": (Node.abs, np.abs, np.sign, [-3, 0, 0.5, 2]),
    "sin": (Node.sin, np.sin, np.cos, [-3, 0, 0.5, 2]),
    "cos": (Node.cos, np.cos, lambda x: -np.sin(x), [-3, 0, 0.5, 2]),
    "tanh": (Node.tanh, np.tanh, lambda x: np.cosh(x) ** -2, [-3, 0, 0.5, 2]),
    "logistic": (
        Node.logistic,
        lambda x: 1 / (1 + np.exp(-x)),
        lambda x: np.exp(-x) / (1 + np.exp(-x)) ** 2,
        [-3, 0, 0.5, 2],
    ),
    "softplus": (
        Node.softplus,
        lambda x: np.log(1 + np.exp(x)),
        lambda x: 1 / (1 + np.exp(-x)),
        [-3, 0, 0.5, 2],
    ),
    "relu": (
        Node.relu,
        lambda x: np.where(x > 0, x, 0),
        lambda x: np.where(x > 0, 1.0, 0.0),
        [-3, 0, 0.5, 2],
    ),
    "leaky_relu": (
        Node.leaky_relu,
        lambda x: np.where(x > 0, x, x / 100),
        lambda x: np.where(x > 0, 1, 0.01),
        [-3, 0, 0.5, 2],
    ),
    "leaky_relu(0.25)": (
        lambda x: x.leaky_relu(0.25),
        lambda x: np.where(x > 0, x, x / 4),
        lambda x: np.where(x > 0, 1, 0.25),
        [-3, 0, 0.5, 2],
    ),
    "x ** 3": (lambda x: x**3, lambda x: x * x * x, lambda x: 3 * x * x, [-3, 0, 2]),
    "x ** 2": (lambda x: x**2, lambda x: x * x, lambda x: 2 * x, [-3, 0, 2]),
    "x ** 1": (lambda x: x**1, lambda x: x, np.ones_like, [-3, 0, 2]),
    "x ** 0": (lambda x: x**0, np.ones_like, np.zeros_like, [-3, 0, 2]),
    "x ** -1.5": (
        lambda x: x**-1.5,
        lambda x: 1 / (x * np.sqrt(x)),
        lambda x: -1.5 / (x * x * np.sqrt(x)),
        [0.25, 1, 9],
    ),
    "2 ** x": (lambda x: 2**x, np.exp2, lambda x: np.exp2(x) * np.log(2), [-3, 0, 2]),
    "0 ** x": (lambda x: 0**x, lambda x: 0 * x, lambda x: 0 * x, [0.5, 2]),
}

# name: two operands -> result, for nodes and arrays alike; derivative by each operand
BINARY = {
    "+": (lambda a, b: a + b, lambda a, b: 1 + 0 * a * b, lambda a, b: 1 + 0 * a * b),
    "-": (lambda a, b: a - b, lambda a, b: 1 + 0 * a * b, lambda a, b: -1 + 0 * a * b),
    "*": (lambda a, b: a * b, lambda a, b: b + 0 * a, lambda a, b: a + 0 * b),
    "/": (lambda a, b: a / b, lambda a, b: 1 / b + 0 * a, lambda a, b: -a / (b * b)),
    "**": (
        lambda a, b: a**b,
        lambda a, b: b * a ** (b - 1),
        lambda a, b: a**b * np.log(a),
    ),
}
COMPARING = {
    "maximum": (
        lambda a, b: a.maximum(b) if isinstance(a, Node) else np.maximum(a, b),
        lambda a, b: np.where(a > b, 1.0, 0.0),
        lambda a, b: np.where(b > a, 1.0, 0.0),
    ),
    "minimum": (
        lambda a, b: a.minimum(b) if isinstance(a, Node) else np.minimum(a, b),
        lambda a, b: np.where(a < b, 1.0, 0.0),
        lambda a, b: np.where(b < a, 1.0, 0.0),
    ),
}

# Every way in which two shapes of two axes can be broadcast.
SHAPES = [
    ((2, 3), (2, 3)),
    ((2, 3), (1, 3)),
    ((2, 3), (2, 1)),
    ((2, 3), (1, 1)),
    ((1, 3), (2, 3)),
    ((2, 1), (2, 3)),
    ((1, 1), (2, 3)),
    ((1, 3), (2, 1)),
    ((2, 1), (1, 3)),
    ((1, 1), (1, 1)),
    ((3, 2), (1, 2)),
]


def numbers(shape, seed=0):
    """Different positive numbers between 0.5 and 2, with all operations defined."""
    return np.random.default_rng(seed).uniform(0.5, 2, shape)


def folded(full, shape):
    """The sum of `full` over the axes along which `shape` was repeated, by hand."""
    total = np.zeros(shape)
    for i, j in np.ndindex(full.shape):
        total[min(i, shape[0] - 1), min(j, shape[1] - 1)] += full[i, j]
    return total


def close(actual, expected, tolerance=1e-12):
    """Equal shapes, and equal numbers to 12 digits."""
    assert np.shape(actual) == np.shape(expected)
    np.testing.assert_allclose(actual, expected, rtol=tolerance, atol=tolerance)
