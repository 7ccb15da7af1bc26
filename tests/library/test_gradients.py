"""Every operation's derivative against its formula, and worked examples."""

import numpy as np
import pytest
from library.cases import ELEMENTWISE, close, numbers

from dp import Node


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_functions_of_each_element(name):
    function, value, derivative, points = ELEMENTWISE[name]
    points = np.array([points, points[::-1]], dtype=float)
    weights = numbers(points.shape)
    x = Node(points, "x")
    y = function(x)
    close(y.value, value(points))
    close((weights * y).sum().grad(1)["x"], weights * derivative(points))


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_functions_of_each_element_keep_float32(name):
    function, value, derivative, points = ELEMENTWISE[name]
    points = np.array([points], dtype=np.float32)
    x = Node(points, "x")
    y = function(x)
    gradient = y.sum().grad(1)["x"]
    assert y.dtype == np.float32 and gradient.dtype == np.float32
    close(y.value, value(points.astype(float)), 1e-5)
    close(gradient, derivative(points.astype(float)), 1e-5)


# --- The paper and other people's numbers ---------------------------------------------


def test_the_papers_figure_1():
    a = Node(np.array([[1, 1, 1], [2, 2, 2]]), "A")
    b = Node(np.array([[1, 2, 3]]), "B")
    c = a * b
    d = c.exp()
    e = d.sum()
    close(e.value, [[495.6088744753874]], 1e-15)
    grads = e.grad(1)
    assert list(grads) == ["A", "B"]
    one, two, three, four, six = np.exp([1.0, 2.0, 3.0, 4.0, 6.0])
    close(grads["A"], [[one, 2 * two, 3 * three], [two, 2 * four, 3 * six]], 1e-15)
    close(grads["B"], [[one + 2 * two, two + 2 * four, three + 2 * six]], 1e-15)
    printed = [[2.7183, 14.7781, 60.2566], [7.3891, 109.1963, 1210.2864]]
    assert np.array_equal(grads["A"].round(4), printed)
    assert np.array_equal(grads["B"].round(4), [[17.4964, 116.5854, 826.9431]])


def test_micrograds_readme():
    a, b = Node(-4.0, "a"), Node(2.0, "b")
    c = a + b
    d = a * b + b**3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    e = c - d
    f = e**2
    g = f / 2.0
    g += 10.0 / f
    grads = g.grad(1)
    assert round(g.value.item(), 4) == 24.7041
    assert round(grads["a"].item(), 4) == 138.8338
    assert round(grads["b"].item(), 4) == 645.5773


def rosenbrock(x, y):
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def goldstein_price(x, y):
    return (
        1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x**2 - 14 * y + 6 * x * y + 3 * y**2)
    ) * (
        30
        + (2 * x - 3 * y) ** 2
        * (18 - 32 * x + 12 * x**2 + 48 * y - 36 * x * y + 27 * y**2)
    )


@pytest.mark.parametrize(
    "f, at, value, gradients",
    [
        # Baydin's survey, table 2; CS231n's circuit
        (lambda x, y: x.log() + x * y - y.sin(), (2, 5), 11.652, (5.5, 1.716)),
        (lambda x, y, z: (x + y) * z, (-2, 5, -4), -12, (-4, -4, 3)),
        (goldstein_price, (1, 1), 1876, (-5376, 8064)),
        (rosenbrock, (0, 2), 401, (-2, 400)),
    ],
)
def test_numbers_from_books(f, at, value, gradients):
    leaves = [Node(number, name) for number, name in zip(at, "xyz", strict=False)]
    output = f(*leaves)
    assert round(output.value.item(), 3) == value
    grads = output.grad(1)
    assert [round(grads[leaf.name].item(), 3) for leaf in leaves] == list(gradients)


def test_a_loop_is_differentiated_through():
    a = Node(2.0, "a")
    root = a
    while abs(root.value.item() ** 2 - 2) > 1e-15:
        root = (root + a / root) / 2
    close(root.grad(1)["a"], [[0.5 / np.sqrt(2)]])


# --- Matrix products, shapes ----------------------------------------------------------


@pytest.mark.parametrize("product", [lambda a, b: a @ b, lambda a, b: a.dot(b)])
def test_matrix_product(product):
    a, b, w = numbers((2, 3), 1), numbers((3, 4), 2), numbers((2, 4), 3)
    output = product(Node(a, "a"), Node(b, "b"))
    close(output.value, np.einsum("ik,kj->ij", a, b))
    grads = (w * output).sum().grad(1)
    close(grads["a"], np.einsum("ij,kj->ik", w, b))
    close(grads["b"], np.einsum("ik,ij->kj", a, w))


@pytest.mark.parametrize("wrap", [np.array, list, Node])
def test_matrix_product_with_data_on_either_side(wrap):
    a, b, w = numbers((2, 3), 1), numbers((3, 4), 2), numbers((2, 4), 3)
    right = (w * (Node(a, "a") @ wrap(b))).sum().grad(1)
    left = (w * (wrap(a) @ Node(b, "b"))).sum().grad(1)
    close(right["a"], np.einsum("ij,kj->ik", w, b))
    close(left["b"], np.einsum("ik,ij->kj", a, w))
    assert list(right) == ["a"] and list(left) == ["b"]
    close((Node([1.0, 2.0, 3.0]).dot(wrap(b))).value, [np.array([1, 2, 3]) @ b])


def test_transpose_and_reshape():
    a, w = numbers((2, 3)), numbers((3, 2), 1)
    x = Node(a, "x")
    for y in (x.T, x.transpose()):
        assert np.array_equal(y.value, a.T)
        close((w * y).sum().grad(1)["x"], w.T)
    for y in (x.reshape(3, 2), x.reshape((3, 2)), x.reshape(-1, 2), x.reshape([3, -1])):
        assert np.array_equal(y.value.ravel(), a.ravel())
        close((w * y).sum().grad(1)["x"], w.reshape(2, 3))


@pytest.mark.parametrize(
    "index, picked",
    [
        (1, [[0, 0, 0], [1, 2, 3]]),
        ((slice(None), -1), [[0, 0, 1], [0, 0, 2]]),
        ((0, 1), [[0, 1, 0], [0, 0, 0]]),
        (slice(None, None, -1), [[4, 5, 6], [1, 2, 3]]),
        ([0, 0, 1], [[1 + 4, 2 + 5, 3 + 6], [7, 8, 9]]),
        (([0, 0, 1], [2, 2, 0]), [[0, 0, 1 + 2], [3, 0, 0]]),
        (np.array([False, True]), [[0, 0, 0], [1, 2, 3]]),
        (np.array([[True, False, True], [False, True, False]]), [[1, 0, 2], [0, 3, 0]]),
        ((1, [2, 0, 2]), [[0, 0, 0], [2, 0, 1 + 3]]),
        ((slice(None), [1, 1]), [[0, 1 + 2, 0], [0, 3 + 4, 0]]),
    ],
)
def test_indexing_sends_signals_back_to_what_was_picked(index, picked):
    x = Node([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], "x")
    y = x[index]
    # The signals are 1, 2, 3, ... in the order of the result's elements.
    signals = np.arange(1.0, y.value.size + 1).reshape(y.shape)
    assert np.array_equal((signals * y).sum().grad(1)["x"], picked)


# --- Over an axis ---------------------------------------------------------------------

AXES = [None, 0, 1, -1, -2]


@pytest.mark.parametrize("axis", AXES)
def test_sum_and_mean(axis):
    a = numbers((2, 3))
    x = Node(a, "x")
    value = a.sum(axis, keepdims=True)
    w = numbers(value.shape, 1)
    close(x.sum(axis).value, value)
    close((w * x.sum(axis)).sum().grad(1)["x"], w + 0 * a)
    share = {None: 6, 0: 2, -2: 2, 1: 3, -1: 3}[axis]
    close(x.mean(axis=axis).value, value / share)
    close((w * x.mean(axis)).sum().grad(1)["x"], (w + 0 * a) / share)


@pytest.mark.parametrize(
    "axis, value, gradient",
    [
        (None, [[5]], [[0, 1, 0], [0, 0, 0]]),
        (0, [[3, 5, 4]], [[0, 1, 0.5], [1, 0, 0.5]]),
        (1, [[5], [4]], [[0, 1, 0], [0, 0, 1]]),
        (-1, [[5], [4]], [[0, 1, 0], [0, 0, 1]]),
    ],
)
def test_max(axis, value, gradient):
    x = Node([[1, 5, 4], [3, 2, 4]], "x")
    assert np.array_equal(x.max(axis).value, value)
    weights = np.arange(1.0, np.size(value) + 1).reshape(np.shape(value))
    assert np.array_equal(
        (weights * x.max(axis)).sum().grad(1)["x"], weights * gradient
    )


def test_ties_share_the_signal():
    x, y = Node([[2.0, 2.0, 1.0, 2.0]], "x"), Node([[2.0, 1.0, 2.0, 2.0]], "y")
    assert np.array_equal(x.max().grad(1)["x"], np.array([[1, 1, 0, 1]]) / 3)
    assert np.array_equal(x.max(0).sum().grad(1)["x"], [[1, 1, 1, 1]])
    grads = x.maximum(y).sum().grad(1)
    assert np.array_equal(grads["x"], [[0.5, 1, 0, 0.5]])
    assert np.array_equal(grads["y"], [[0.5, 0, 1, 0.5]])
    grads = x.minimum(y).sum().grad(1)
    assert np.array_equal(grads["x"], [[0.5, 0, 1, 0.5]])
    assert np.array_equal(grads["y"], [[0.5, 1, 0, 0.5]])


def jacobian_of_softmax(p):
    return np.diag(p) - np.outer(p, p)


@pytest.mark.parametrize("axis", [0, 1, -1, -2, None])
def test_softmax_and_log_softmax(axis):
    a, w = numbers((3, 2)) * 3, numbers((3, 2), 1)
    x = Node(a, "x")
    e = np.exp(a)
    p = e / e.sum(axis, keepdims=True)
    close(x.softmax(axis).value, p)
    close(x.log_softmax(axis).value, np.log(p))
    softmax = (w * x.softmax(axis)).sum().grad(1)["x"]
    log_softmax = (w * x.log_softmax(axis)).sum().grad(1)["x"]
    groups = {None: [np.indices((3, 2)).reshape(2, 6)]}
    groups[0] = groups[-2] = [([0, 1, 2], [j] * 3) for j in range(2)]
    groups[1] = groups[-1] = [([i] * 2, [0, 1]) for i in range(3)]
    for i, j in groups[axis]:
        close(softmax[i, j], jacobian_of_softmax(p[i, j]) @ w[i, j])
        close(log_softmax[i, j], w[i, j] - p[i, j] * w[i, j].sum())


def test_softmax_goes_by_rows():
    x = Node(numbers((3, 2)))
    assert np.array_equal(x.softmax().value, x.softmax(axis=1).value)
    assert np.array_equal(x.log_softmax().value, x.log_softmax(axis=1).value)


# --- Large numbers --------------------------------------------------------------------


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_stable_functions_at_1000(dtype, recwarn):
    with np.errstate(over="warn", invalid="warn", divide="warn"):
        x = Node(np.array([[1000, -1000, 0]], dtype), "x")
        for function, value, gradient in (
            (Node.logistic, [[1, 0, 0.5]], [[0, 0, 0.25]]),
            (Node.softplus, [[1000, 0, np.log(2)]], [[1, 0, 0.5]]),
            (Node.softmax, [[1, 0, 0]], [[0, 0, 0]]),
            (Node.log_softmax, [[0, -2000, -1000]], [[-2, 1, 1]]),
            (Node.tanh, [[1, -1, 0]], [[0, 0, 1]]),
        ):
            y = function(x)
            assert y.dtype == dtype
            close(y.value, np.array(value, dtype), 1e-7)
            close(y.sum().grad(1)["x"], np.array(gradient, dtype), 1e-7)
    assert not recwarn.list


def test_small_probabilities_keep_their_digits():
    x = Node([[-700.0, -40.0]], "x")
    np.testing.assert_allclose(x.logistic().value, np.exp(x.value), rtol=1e-12)
    np.testing.assert_allclose(x.softplus().value, np.exp(x.value), rtol=1e-12)
    np.testing.assert_allclose(
        x.logistic().sum().grad(1)["x"], np.exp(x.value), rtol=1e-12
    )


def test_cross_entropy_stays_finite():
    logits, labels = Node([[1000, -1000], [-1000, 1000]], "x"), [[0, 1], [0, 1]]
    loss = -(labels * logits.log_softmax()).sum()
    assert loss.value.item() == 2000
    assert np.array_equal(loss.grad(1)["x"], [[1, -1], [0, 0]])


def test_exponents_and_bases_of_0():
    base, exponent = (
        Node([[0.0, 0.0, 2.0]], "base"),
        Node([[0.0, 2.0, 0.0]], "exponent"),
    )
    power = base**exponent
    grads = power.sum().grad(1)
    assert np.array_equal(power.value, [[1, 0, 1]])
    assert np.array_equal(grads["base"], [[0, 0, 0]])
    close(grads["exponent"], [[0, 0, np.log(2)]])
