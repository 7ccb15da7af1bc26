"""Two operands in all combinations of shape, of kind, and of dtype."""

import numpy as np
import pytest
from library.cases import BINARY, COMPARING, SHAPES, close, folded, numbers

from dp import Node

ALL = BINARY | COMPARING


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_every_direction(name, shapes):
    operation, by_a, by_b = ALL[name]
    a, b = numbers(shapes[0], 1), numbers(shapes[1], 2)
    value = operation(a, b)
    w = numbers(value.shape, 3)
    output = operation(Node(a, "a"), Node(b, "b"))
    close(output.value, value)
    grads = (w * output).sum().grad(1)
    close(grads["a"], folded(w * by_a(a, b), a.shape))
    close(grads["b"], folded(w * by_b(a, b), b.shape))


@pytest.mark.parametrize("name", BINARY)
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
@pytest.mark.parametrize("wrap", [np.array, np.ndarray.tolist, Node])
def test_data_on_either_side(name, shapes, wrap):
    operation, by_a, by_b = BINARY[name]
    a, b = numbers(shapes[0], 1), numbers(shapes[1], 2)
    value = operation(a, b)
    w = numbers(value.shape, 3)
    right, left = operation(Node(a, "a"), wrap(b)), operation(wrap(a), Node(b, "b"))
    for output in (right, left):
        assert type(output) is Node
        close(output.value, value)
    assert {k: v.shape for k, v in right.sum().grad(1).items()} == {"a": a.shape}
    assert {k: v.shape for k, v in left.sum().grad(1).items()} == {"b": b.shape}
    close((w * right).sum().grad(1)["a"], folded(w * by_a(a, b), a.shape))
    close((left * w).sum().grad(1)["b"], folded(w * by_b(a, b), b.shape))


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "kind", [float, np.float64, np.float32, np.array, lambda c: np.array([c])]
)
def test_numbers_on_either_side(name, kind):
    operation, by_a, by_b = ALL[name]
    a, c = numbers((2, 3)), 1.25
    x = Node(a, "x")
    right = operation(x, kind(c))
    close(right.value, operation(a, c))
    close(right.sum().grad(1)["x"], by_a(a, np.full((2, 3), c)))
    if name in BINARY:
        left = operation(kind(c), x)
        close(left.value, operation(c, a))
        close(left.sum().grad(1)["x"], by_b(np.full((2, 3), c), a))


@pytest.mark.parametrize("name", BINARY)
@pytest.mark.parametrize("kind", [int, np.int64, np.uint8, np.array, lambda c: [c]])
def test_whole_numbers_on_either_side(name, kind):
    operation, by_a, by_b = BINARY[name]
    a = numbers((2, 3))
    x = Node(a, "x")
    close(operation(x, kind(3)).value, operation(a, 3.0))
    close(operation(kind(3), x).value, operation(3.0, a))
    close(operation(x, kind(3)).sum().grad(1)["x"], by_a(a, np.full((2, 3), 3.0)))
    close(operation(kind(3), x).sum().grad(1)["x"], by_b(np.full((2, 3), 3.0), a))


def test_a_1d_array_is_a_row():
    x, row = Node(numbers((2, 3)), "x"), np.array([1.0, 2.0, 3.0])
    close((x * row).value, x.value * [[1, 2, 3]])
    close((row * x).value, x.value * [[1, 2, 3]])
    close((row @ x.T).value, [x.value @ row])
    close((x / row).sum().grad(1)["x"], [[1, 1 / 2, 1 / 3]] * 2)
    close((row / x).sum().grad(1)["x"], -row / x.value**2)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "other",
    [
        2,
        2.0,
        True,
        np.float64(2),
        np.int64(2),
        np.array(2.0),
        np.array([1, 2, 3]),
        [1, 2, 3],
        np.array([True, True, True]),
        np.ones((2, 1), np.float32),
        Node(np.float32(2)),
    ],
    ids=repr,
)
def test_float32_stays_float32(name, other):
    operation, by_a, by_b = ALL[name]
    a = numbers((2, 3)).astype(np.float32)
    x = Node(a, "x")
    plain = np.broadcast_to(other.value if type(other) is Node else other, (2, 3))
    results = [(operation(x, other), by_a, (a, plain))]
    if name in BINARY:
        results.append((operation(other, x), by_b, (plain, a)))
    for output, derivative, operands in results:
        operands = [np.asarray(each, float) for each in operands]
        assert output.dtype == np.float32
        gradient = output.sum().grad(1)["x"]
        assert gradient.dtype == np.float32
        close(output.value, operation(*operands), 1e-5)
        if name in BINARY:
            close(gradient, derivative(*operands), 1e-5)


def test_float32_stays_float32_in_a_network():
    x = Node(numbers((4, 3)).astype(np.float32))
    w, b = (Node(numbers(s).astype(np.float32), str(s)) for s in ((3, 2), (1, 2)))
    h = (x @ w + b).tanh()
    parts = [
        h.sum(),
        h.mean(),
        h.max(),
        h.softmax().log().sum(),
        h.log_softmax().mean(1),
    ]
    parts += [h.mean(0), h.max(1), h[[0, 0]], h[1, 1], h.T, h.reshape(2, 4), abs(h)]
    assert {part.dtype for part in parts} == {np.dtype(np.float32)}
    for part in parts:
        # The rules keep the dtype, too, not only the dict of results.
        signal = np.ones(part.shape, np.float32)
        assert all(rule(signal).dtype == np.float32 for _, rule in part.parents)
        assert all(g.dtype == np.float32 for g in part.sum().grad(1).values())


def test_mixed_dtypes_give_float64_and_gradients_of_the_leafs_dtype():
    x, y = Node(np.float32([1, 2]), "x"), Node([3.0, 4.0], "y")
    output = (x * y + np.array([1.0, 2.0])).sum()
    assert output.dtype == np.float64
    grads = output.grad(1)
    assert grads["x"].dtype == np.float32 and grads["y"].dtype == np.float64
    assert np.array_equal(grads["x"], [[3, 4]]) and np.array_equal(grads["y"], [[1, 2]])
    assert (x * np.array([1.0, 2.0])).dtype == np.float64
