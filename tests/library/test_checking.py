"""check_grad notices what is wrong, and nothing else."""

import numpy as np
import pytest
from library.cases import BINARY, COMPARING, ELEMENTWISE, numbers

from dp import Node, check_grad
from dp.node import record


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_functions_of_each_element(name):
    function, _, _, points = ELEMENTWISE[name]
    smooth = [point for point in points if point != 0]
    assert check_grad(lambda x: function(x).sum(), smooth) < 1e-6


@pytest.mark.parametrize("name", BINARY | COMPARING)
def test_two_operands(name):
    operation = (BINARY | COMPARING)[name][0]
    a, b = numbers((2, 3)), numbers((2, 1), 1)
    assert check_grad(lambda x, y: operation(x, y).sum(), a, b) < 1e-8


def test_matrices_over_axes():
    def f(x, w):
        h = (x @ w).softmax() + (x @ w).log_softmax(0) * (x @ w).max(0)
        return (h.T[[0, 0, 1]].reshape(2, 3).mean(1) ** 2).sum()

    assert check_grad(f, numbers((2, 3)), numbers((3, 2), 1)) < 1e-8


def wrong(derivative):
    """exp with another derivative."""

    def function(x):
        value = np.exp(x.value)
        return record(value, "wrong", (x, lambda g: derivative(g, value))).sum()

    return function


@pytest.mark.parametrize(
    "derivative",
    [
        lambda g, value: -g * value,
        lambda g, value: g,
        lambda g, value: 0 * g,
        lambda g, value: -17 * g * value,
        lambda g, value: 1.001 * g * value,
        lambda g, value: np.nan * g,
        lambda g, value: np.inf * g,
        lambda g, value: np.where(value < 2, g, g * value),
    ],
)
def test_wrong_rules_are_noticed(derivative):
    assert check_grad(wrong(lambda g, value: g * value), [0.5, 1.0]) < 1e-9
    assert not check_grad(wrong(derivative), [0.5, 1.0]) < 1e-4


def test_the_measure():
    # |2 g - g| / max(1, |2 g|, |g|), g = 10 and g = 0.1
    double = wrong(lambda g, value: 2 * g * value)
    assert check_grad(double, np.log(10)) == pytest.approx(0.5)
    assert check_grad(double, np.log(0.1)) == pytest.approx(0.1)
    assert check_grad(double, [0.0, np.log(0.1)]) == pytest.approx(0.5)
    assert type(check_grad(double, 1.0)) is float


def test_a_lost_gradient_is_noticed():
    assert check_grad(lambda x: (x * Node(x.value)).sum(), [2.0]) == pytest.approx(0.5)
    assert check_grad(lambda x: Node(x.value).sum(), [2.0]) == pytest.approx(1)


def test_an_error_in_any_argument_is_noticed():
    def f(*nodes):
        return nodes[0].exp() + wrong(lambda g, value: g)(nodes[1]) + nodes[2]

    assert check_grad(f, 1.0, 1.0, 1.0) == pytest.approx(1 - np.exp(-1))


def test_unused_arguments_have_derivative_0():
    assert check_grad(lambda x, y: x.sum(), [1.0, 2.0], [3.0]) < 1e-9


def test_randomness_is_noticed():
    random = np.random.default_rng(0)
    assert check_grad(lambda x: (x * random.random()).sum(), 1.0) > 1e-3


def test_float32_and_whole_numbers_are_checked_in_float64():
    def f(x):
        assert x.dtype == np.float64
        return x.exp().sum()

    array = np.array([[1, 2]], dtype=np.float32)
    assert check_grad(f, array) < 1e-9
    assert check_grad(f, [1, 2]) < 1e-9
    assert np.array_equal(array, [[1, 2]])


def test_the_step_grows_with_the_argument():
    assert check_grad(lambda x: x.log().sum(), 1e8) < 1e-9
    assert check_grad(lambda x: x.square(), 1e6) < 1e-9


def test_errors():
    with pytest.raises(TypeError, match="must give a node, not float"):
        check_grad(lambda x: 1.0, 2.0)
    with pytest.raises(ValueError, match=r"one number, not a node of shape \(1, 2\)"):
        check_grad(lambda x: x * 2, [1.0, 2.0])
    with pytest.raises(TypeError, match="real numbers, not str"):
        check_grad(lambda x: x, "a")
