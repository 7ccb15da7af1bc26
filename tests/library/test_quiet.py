"""Beyond the range of numbers there is inf or nan, never a warning of NumPy's."""

import warnings

import numpy as np
import pytest
from library.cases import BINARY, COMPARING, ELEMENTWISE
from library.networks import Line, Network

from dp import SGD, Adam, NeuralNode, Node, RMSProp, SGD_Momentum, check_grad

EXTREMES = {
    np.float64: [1e308, -1e308, 1e-308, -1e-308, np.inf, -np.inf, np.nan, 0.0, -1.0],
    np.float32: [1e38, -1e38, 1e-38, -1e-38, np.inf, -np.inf, np.nan, 0.0, -1.0],
}
AXES = (None, 0, 1)
ONE = {name: [case[0]] for name, case in ELEMENTWISE.items()} | {
    "abs()": [abs],
    "leaky_relu(large)": [lambda x: x.leaky_relu(1e308)],
    "transpose": [Node.transpose, lambda x: x.T],
    "reshape": [lambda x: x.reshape(1, -1)],
    "[]": [lambda x: x[:, 0], lambda x: x[[0, 0]]],
} | {
    name: [lambda x, a=a, name=name: getattr(x, name)(a) for a in AXES]
    for name in ("sum", "mean", "max", "softmax", "log_softmax")
}  # fmt: skip
TWO = {name: case[0] for name, case in (BINARY | COMPARING).items()} | {
    "@": lambda a, b: a @ b,
    "dot": lambda a, b: a.dot(b) if isinstance(a, Node) else a @ b,
}
LEFT = [*BINARY, "@"]  # where a number or an array may stand on the left of a node


@pytest.fixture(autouse=True)
def strict():
    """Every kind of floating-point event is an error where `dp` lets NumPy speak."""
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        yield


def differentiate(output):
    """Every rule is called, by gradients of each element that has one."""
    for place in np.ndindex(output.shape):
        if np.isfinite(output.value[place]):
            for seed in (1, 1e308):
                output[place].grad(seed)


def extremes(dtype, name="x"):
    """A column; products and sums of its elements are beyond the range, too."""
    return Node(np.array(EXTREMES[dtype], dtype).reshape(-1, 1), name)


def test_nothing_is_left_out():
    public = {name for name, kind in vars(Node).items() if name[0] != "_" and kind}
    attributes = {*Node.__slots__, "T", "shape", "dtype", "grad"}
    assert public - attributes <= ONE.keys() | TWO.keys()


@pytest.mark.parametrize("dtype", EXTREMES)
@pytest.mark.parametrize("name", ONE)
def test_one_operand(name, dtype):
    for function in ONE[name]:
        for x in (extremes(dtype), extremes(dtype).T):
            output = function(x)
            assert output.dtype == dtype
            differentiate(output)


@pytest.mark.parametrize("dtype", EXTREMES)
@pytest.mark.parametrize("name", TWO)
def test_two_operands(name, dtype):
    a, b = extremes(dtype, "a"), extremes(dtype, "b").T
    differentiate(TWO[name](a, b))
    differentiate(TWO[name](b, a))
    differentiate(TWO[name](a, b.value))
    if name in LEFT:
        differentiate(TWO[name](a.value, b))


NUMBERS = [
    1e300,
    np.float64(1e300),
    np.array(1e300),
    10**300,
    1e-300,
    np.inf,
    np.nan,
    0,
]


@pytest.mark.parametrize("number", NUMBERS, ids=repr)
@pytest.mark.parametrize("dtype", EXTREMES)
@pytest.mark.parametrize("name", TWO)
def test_a_number_on_either_side(name, dtype, number):
    x = extremes(dtype).T if name in ("@", "dot") else extremes(dtype)
    output = TWO[name](x.T if name in ("@", "dot") else x, number)
    assert output.dtype == dtype
    differentiate(output)
    if name in LEFT:
        differentiate(TWO[name](number, x))


@pytest.mark.parametrize("value", [np.longdouble("1e4000"), np.longdouble("1e-4000")])
def test_longer_numbers_become_shorter(value):
    for given in (value, [value], np.array([[value]])):
        assert Node(given).dtype == np.float64
        Node(np.float32(1)) + given
        given + Node(np.float32(1))


def test_gradients_of_float32_in_float64():
    x = Node(np.float32([[1, 2]]), "x")
    for output in ((x * np.array([1e300, 1.0])).sum(), x.sum()):
        assert output.grad(1e300)["x"].dtype == np.float32


def test_parameters_in_float32():
    net = Line(dtype=np.float32)
    net.set_param({"line_W": [[1e300], [1e-300]], "line_b": [[np.nan]]})
    assert np.array_equal(net.get_param()["line_W"], [[np.inf], [0]])
    assert NeuralNode(1, 1, "h", gain=1e300, dtype=np.float32).W.dtype == np.float32


@pytest.mark.parametrize("dtype", EXTREMES)
@pytest.mark.parametrize("rule", [SGD, SGD_Momentum, RMSProp, Adam])
def test_training_ends_by_the_error_of_grad_alone(rule, dtype):
    net = Line(seed=0, dtype=dtype)
    small, large = (np.full((4, 2), 10.0**power, dtype) for power in (-15, 15))
    rule(net, small, small[:, :1], learning_rate=1e-30).train(3, 0)
    with pytest.raises(FloatingPointError, match=r"^step \d+: no gradient of"):
        rule(net, large, large[:, :1], learning_rate=1e300).train(99, 0)


def test_a_network_that_overflows():
    net = Network(2, 3, 3, 2, seed=0)
    net.set_param({name: 1e200 * (1 + p) for name, p in net.get_param().items()})
    loss = net.loss(np.full((4, 2), 1e200), np.eye(2)[[0, 1, 0, 1]])
    assert not np.isfinite(loss.value)


def test_check_grad_gives_nan_or_a_number():
    # Half of both ends is inf; then so is the difference, or nan.
    assert not check_grad(lambda x: (x * 1e154).square(), 1.3) < 1e300
    assert check_grad(lambda x: (x * 1e-300).exp(), 1e-300) < 1e-6
