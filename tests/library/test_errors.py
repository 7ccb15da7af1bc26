"""Errors name what came, what is wanted, and what to do."""

import math

import numpy as np
import pytest

from dp import Node

W = Node(np.ones((2, 3)), "W")
V = Node(np.ones((3, 2)), "V")
S = Node(np.ones((2, 2)), "S")

VALUES = [
    (
        np.ones((2, 3, 4)),
        ValueError,
        r"2-d array, not the shape \(2, 3, 4\): reshape it",
    ),
    ([[[1.0]]], ValueError, r"not the shape \(1, 1, 1\)"),
    ([[1, 2], [3]], ValueError, "rows must have the same length"),
    (1j, TypeError, "real numbers, not complex"),
    (np.ones(2, complex), TypeError, r"real numbers, not ndarray \(of complex128\)"),
    ("3", TypeError, "real numbers, not str"),
    (["a", "b"], TypeError, "real numbers, not list"),
    (None, TypeError, "real numbers, not NoneType"),
    ({"a": 1}, TypeError, "real numbers, not dict"),
    (np.array([1, None]), TypeError, r"ndarray \(of object\)"),
    (np.array(["2020-01-01"], "M8[D]"), TypeError, "datetime64"),
    (W, TypeError, r'"W" of shape \(2, 3\) is a node, no array.* use .*x\.value'),
    ([W, 1.0], TypeError, r'"W" of shape \(2, 3\) is a node, no array'),
]


@pytest.mark.parametrize("value, error, message", VALUES, ids=repr)
def test_values_that_are_refused(value, error, message):
    with pytest.raises(error, match=message):
        Node(value)
    if not isinstance(value, Node):
        with pytest.raises(error, match=message):
            W * value
        with pytest.raises(error, match=message):
            W.maximum(value)


@pytest.mark.parametrize("name", [2, [2.0], b"W", "", W], ids=repr)
def test_names_that_are_refused(name):
    with pytest.raises(TypeError, match=r"name is a text, not (.|\n)*: Node\(value, "):
        Node(1.0, name)


@pytest.mark.parametrize(
    "operation, text",
    [
        (lambda a, b: a + b, r"\+"),
        (lambda a, b: a - b, "-"),
        (lambda a, b: a * b, r"\*"),
        (lambda a, b: a / b, "/"),
        (lambda a, b: a**b, r"\*\*"),
        (lambda a, b: a.maximum(b), "maximum"),
        (lambda a, b: a.minimum(b), "minimum"),
    ],
)
def test_shapes_that_do_not_fit(operation, text):
    with pytest.raises(ValueError) as caught:
        operation(W, V)
    assert caught.match(f'^{text} needs equal sizes .*"W" .*2, 3.* and "V" .*3, 2')
    for other in (np.ones((2, 2)), np.ones((3, 3)), np.ones(2), np.ones((3, 1))):
        shape = np.atleast_2d(other).shape
        with pytest.raises(ValueError) as caught:
            operation(W, other)
        assert str(shape) in str(caught.value) and "a node of shape" in str(
            caught.value
        )
        assert "1-d array is a row" in str(caught.value)


def test_an_array_on_the_left_that_does_not_fit():
    with pytest.raises(ValueError, match=r'a node of shape \(1, 2\) and "W" of shape'):
        np.ones(2) - W
    with pytest.raises(
        ValueError, match=r'@ needs .*\(1, 3\) and "W" of shape \(2, 3\)'
    ):
        np.ones(3) @ W


@pytest.mark.parametrize("product", [lambda a, b: a @ b, lambda a, b: a.dot(b)])
@pytest.mark.parametrize("right", [S, W])
def test_inner_sizes_that_do_not_fit(product, right):
    with pytest.raises(ValueError) as caught:
        product(W, right)
    text = rf'columns on the left = rows .*"W" .*\(2, 3\) and "{right.name}" of shape'
    assert caught.match(text)


def test_a_number_in_a_matrix_product():
    with pytest.raises(
        ValueError, match=r'@ needs .*"W" .* and a node of shape \(1, 1\)'
    ):
        W @ 3


@pytest.mark.parametrize("axis", [2, -3, "rows", (0, 1), 0.5])
@pytest.mark.parametrize("method", ["sum", "mean", "max", "softmax", "log_softmax"])
def test_axes_that_are_refused(method, axis):
    with pytest.raises(ValueError, match=r"axis=.*: take 0 .*, 1 .* or None"):
        getattr(W, method)(axis)


@pytest.mark.parametrize(
    "shape", [(4, 2), (6,), ((6,),), (1, 2, 3), (), (-1, 4), ("a", 2)]
)
def test_shapes_that_are_refused(shape):
    with pytest.raises(ValueError, match=r'of "W" .*\(2, 3\): give two .* product 6'):
        W.reshape(*shape)


@pytest.mark.parametrize(
    "index, reason",
    [
        (2, "out of bounds"),
        (-3, "out of bounds"),
        ((0, 3), "out of bounds"),
        ((0, 0, 0), "too many indices"),
        (None, "more than two axes"),
        ("a", "valid indices"),
        (0.5, "valid indices"),
        ([True, False, True], "boolean"),
        (W, "is a node"),
        (([0, 1], [0, 1, 2]), "broadcast"),
    ],
)
def test_elements_that_do_not_exist(index, reason):
    with pytest.raises(IndexError, match=rf'in "W" of shape \(2, 3\): .*{reason}'):
        W[index]


def test_grad_of_more_than_one_number():
    with pytest.raises(
        ValueError, match=r'one number, not "W" of shape \(2, 3\).*sum()'
    ):
        W.grad(1)
    with pytest.raises(
        ValueError, match=r"not a node of shape \(2, 1\): sum it up first"
    ):
        W.sum(axis=1).grad(1)


def test_two_leaves_of_one_name():
    other = Node(2.0, "W")
    with pytest.raises(ValueError, match='two different leaves have the name "W".*own'):
        (W * other).sum().grad(1)
    # One leaf in two places is no error.
    assert np.array_equal((W * W).sum().grad(1)["W"], np.full((2, 3), 2))


@pytest.mark.parametrize(
    "output, number",
    [
        (lambda x: (x * 0).log(), "-inf"),
        (lambda x: (x * 1e3).exp(), "inf"),
        (lambda x: (-x).sqrt(), "nan"),
        (lambda x: (x * [1e3, 0.0]).softmax().log().sum(), "-inf"),
    ],
)
def test_grad_of_what_is_no_number(output, number):
    with pytest.raises(FloatingPointError) as caught:
        output(Node(1.0, "x")).grad(1)
    assert caught.match(f"gradient of {number}: look for log of 0, .*write|finite")
    assert caught.match("x.log_softmax()")


@pytest.mark.parametrize("seed", ["a", None, [1, 2], np.ones((2, 2)), W, 1j])
def test_seeds_that_are_no_number(seed):
    with pytest.raises((TypeError, ValueError)):
        W.sum().grad(seed)


@pytest.mark.parametrize(
    "function",
    [
        bool,
        float,
        math.exp,
        np.array,
        np.asarray,
        lambda x: x > 0,
        lambda x: 0 <= x,
        lambda x: x < Node(2.0),
        lambda x: np.float64(1) if x >= 1 else 0,
        lambda x: x and 1,
    ],
)
def test_a_node_is_no_array_number_or_truth_value(function):
    x = Node(1.0, "x")
    with pytest.raises(
        TypeError, match=r'"x" of shape \(1, 1\) is a node, no .*x\.exp\(\)'
    ):
        function(x)


@pytest.mark.parametrize(
    "function, message",
    [
        (np.exp, r"np.exp knows no gradients: .* write x.exp\(\); .* x.value"),
        (np.tanh, r"write x.tanh\(\)"),
        (np.sum, r"np.sum .* write x.sum\(\)"),
        (np.mean, r"write x.mean\(\)"),
        (np.max, r"np.max .* write x.max\(\)"),
        (lambda x: np.maximum(x, 0), r"write x.maximum\(\)"),
        (lambda x: np.dot(np.ones((2, 2)), x), r"write x.dot\(\)"),
        (np.linalg.norm, "np.norm knows no gradients: .* use the methods of x"),
        (lambda x: np.concatenate([x, x]), "np.concatenate .* use the methods"),
        (lambda x: np.ones(3) > x, "np.greater .* x.value"),
        (lambda x: np.ones(3) == x, "np.equal .* x.value"),
        (lambda x: np.multiply.outer(np.ones(3), x), "np.multiply knows no"),
        (lambda x: np.ones((2, 3)).__iadd__(x), "np.add knows no"),
    ],
)
def test_functions_of_numpy_are_refused_with_advice(function, message):
    with pytest.raises(TypeError, match=message):
        function(W)


def test_numpys_own_operators_are_taken():
    a = np.arange(6.0).reshape(2, 3)
    for output in (np.subtract(a, W), -np.subtract(W, a), np.float64(1) * (a - W)):
        assert type(output) is Node and np.array_equal(output.value, a - 1)
        assert np.array_equal(output.sum().grad(1)["W"], -np.ones((2, 3)))


def test_a_slope_is_a_plain_number():
    with pytest.raises(TypeError, match=r'"x" of shape \(1, 1\) is a node'):
        W.leaky_relu(Node(0.1, "x"))
