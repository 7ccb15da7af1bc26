"""What a node accepts, holds and shows."""

from pathlib import Path

import numpy as np
import pytest
from library.cases import close

import dp
from dp import Node


@pytest.mark.parametrize(
    "value, expected",
    [
        (3, [[3.0]]),
        (2.5, [[2.5]]),
        (True, [[1.0]]),
        (np.float64(4), [[4.0]]),
        (np.array(5), [[5.0]]),
        ([1, 2], [[1.0, 2.0]]),
        ((1, 2), [[1.0, 2.0]]),
        (np.arange(3), [[0.0, 1.0, 2.0]]),
        (np.array([True, False]), [[1.0, 0.0]]),
        ([[1], [2]], [[1.0], [2.0]]),
        (np.array([[1, 2], [3, 4]], dtype=np.uint8), [[1.0, 2.0], [3.0, 4.0]]),
        (np.array([1, 2], dtype=np.float16), [[1.0, 2.0]]),
        (np.array([1, 2], dtype=">f8"), [[1.0, 2.0]]),
    ],
)
def test_values_get_two_axes_and_become_float64(value, expected):
    node = Node(value)
    assert type(node.value) is np.ndarray and node.value.dtype == np.float64
    assert np.array_equal(node.value, expected)
    assert node.shape == np.shape(expected) and node.dtype == np.float64
    assert len(node) == len(expected)


@pytest.mark.parametrize("value", [np.float32(1.5), np.array([1.5, 2], ">f4")])
def test_float32_stays_float32(value):
    assert Node(value).dtype == np.float32
    assert np.array_equal(Node(value).value, np.atleast_2d(value))


def test_name_is_kept_and_optional():
    assert Node(1, "w").name == "w"
    assert Node(1, name="w").name == "w"
    assert Node(1).name is None
    assert (Node(1, "w") + 1).name is None


def test_value_is_a_copy_and_read_only():
    array = np.array([[1.0, 2.0]])
    node = Node(array, "x")
    array[0, 0] = 9
    assert np.array_equal(node.value, [[1, 2]])
    double = node * 2
    for value in (node.value, double.value, node.T.value, node[0].value):
        with pytest.raises(ValueError, match="read-only"):
            value[0, 0] = 9
    assert array.flags.writeable


def frozen(value, dtype=np.float64):
    """An array that nobody can write to."""
    array = np.array(value, dtype)
    array.setflags(write=False)
    return array


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize("order", ["C", "F"])
def test_an_array_that_nobody_can_write_to_is_not_copied(dtype, order):
    array = frozen(np.array([[1, 2, 3], [4, 5, 6]], dtype, order=order), dtype)
    x = Node([[1.0, 1.0, 1.0]], "x")
    for node in (Node(array), Node(array, "a"), Node(Node(array).value)):
        assert node.value is array
    for made in (x + array, array + x):
        assert any(operand.value is array for operand, _ in made.parents)
        assert np.array_equal(made.sum().grad(1)["x"], [[2, 2, 2]])


OTHERS = {
    "writable": np.ones((2, 3)),
    "a view": frozen(np.ones((4, 3)))[:2],
    "a read-only view of a writable array": np.broadcast_to(np.ones((2, 3)), (2, 3)),
    "transposed": frozen(np.ones((3, 2))).T,
    "from memory of others": np.frombuffer(bytes(48)).reshape(2, 3),
    "a subclass": frozen(np.ones((2, 3))).view(np.ma.MaskedArray),
    "a row": frozen([1.0, 2.0, 3.0]),
    "one number": frozen(2.0),
    "whole numbers": frozen([[1, 2, 3]], np.int64),
    "float16": frozen([[1, 2, 3]], np.float16),
    "other bytes": frozen([[1, 2, 3]], ">f8"),
    "a list": [[1.0, 2.0, 3.0]],
}


@pytest.mark.parametrize("name", OTHERS)
def test_everything_else_is_copied(name):
    given = OTHERS[name]
    x = Node(np.ones((2, 3)), "x")
    for value in (
        Node(given).value,
        Node(given, "a").value,
        (x * given).parents[-1][0].value,
    ):
        assert type(value) is np.ndarray and not value.flags.writeable
        assert not np.shares_memory(value, np.asarray(given))
        assert np.array_equal(value, np.atleast_2d(given))


def test_a_view_that_was_read_only_changes_with_its_owner_but_no_node_does():
    owner = np.ones((2, 2))
    view = owner[:]
    view.setflags(write=False)
    node = Node(view)
    owner[:] = 9
    assert np.array_equal(node.value, np.ones((2, 2)))


def test_in_place_operators_make_new_nodes():
    x = y = Node([1.0, 2.0], "x")
    y += 1
    y *= x
    y -= x
    y /= x
    y **= 2
    assert np.array_equal(x.value, [[1, 2]])
    # ((x + 1) x - x) / x = x
    close(y.value, [[1.0, 4.0]])
    close(y.sum().grad(1)["x"], [[2.0, 4.0]])


def test_all_results_have_two_axes():
    x = Node([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    shapes = {
        (1, 1): [x.sum(), x.mean(), x.max(), x[0, 1], x[-1, -1], x[0, [2]]],
        (1, 3): [x.sum(axis=0), x.mean(0), x.max(0), x.sum(-2), x[0], x[-1], x[:1]],
        (2, 1): [x.sum(axis=1), x.mean(1), x.max(1), x.sum(-1), x[:, 1], x[..., -1]],
        (2, 3): [x.exp(), x.softmax(), x.log_softmax(0), -x, abs(x), x[:], x + 1],
        (3, 2): [
            x.T,
            x.transpose(),
            x.reshape(3, 2),
            x.reshape((3, 2)),
            x.reshape(-1, 2),
        ],
        (2, 2): [x @ x.T, x.dot(x.T), x[:, ::2], x[:, [0, 1]], x[[0, 0], 1:]],
        (0, 3): [x[2:], x[[]], x[2:] * 2],
    }
    for shape, nodes in shapes.items():
        assert [node.shape for node in nodes] == [shape] * len(nodes)


PICKS = {
    "row": (lambda x: x[1], [[4, 5, 6]]),
    "last row": (lambda x: x[-1], [[4, 5, 6]]),
    "row by NumPy's number": (lambda x: x[np.int64(1)], [[4, 5, 6]]),
    "row by 0-d array": (lambda x: x[np.array(1)], [[4, 5, 6]]),
    "column": (lambda x: x[:, 1], [[2], [5]]),
    "element": (lambda x: x[1, 2], [[6]]),
    "part of a row": (lambda x: x[1, 1:], [[5, 6]]),
    "part of a row by list": (lambda x: x[1, [2, 0]], [[6, 4]]),
    "part of a column": (lambda x: x[1:, 0], [[4]]),
    "part of a column by list": (lambda x: x[[1, 0], 0], [[4], [1]]),
    "rows by slice": (lambda x: x[::-1], [[4, 5, 6], [1, 2, 3]]),
    "rows by list": (lambda x: x[[1, 1, 0]], [[4, 5, 6], [4, 5, 6], [1, 2, 3]]),
    "rows by mask": (lambda x: x[np.array([False, True])], [[4, 5, 6]]),
    "columns by mask": (lambda x: x[:, [True, False, True]], [[1, 3], [4, 6]]),
    "one element a row": (lambda x: x[np.arange(2), [2, 0]], [[3], [4]]),
    "elements by mask": (lambda x: x[x.value % 2 == 0], [[2], [4], [6]]),
    "everything": (lambda x: x[...], [[1, 2, 3], [4, 5, 6]]),
    "nothing": (lambda x: x[:0], np.zeros((0, 3))),
}


@pytest.mark.parametrize("name", PICKS)
def test_indexing(name):
    pick, expected = PICKS[name]
    assert np.array_equal(pick(Node([[1, 2, 3], [4, 5, 6]])).value, expected)


def test_iteration_goes_by_rows():
    rows = list(Node([[1, 2], [3, 4]]))
    assert [row.value.tolist() for row in rows] == [[[1, 2]], [[3, 4]]]
    assert np.array_equal(sum(Node([[1, 2], [3, 4]])).value, [[4, 6]])


def test_repr_shows_name_shape_dtype_and_value():
    text = repr(Node([[1, 2], [3, 4]], "W"))
    assert text == 'Node "W", shape (2, 2), float64\n[[1. 2.]\n [3. 4.]]'
    assert repr(Node(np.float32(3))) == "Node data, shape (1, 1), float32\n[[3.]]"
    assert repr(Node(3, "x").exp()).startswith(
        "Node exp, shape (1, 1), float64\n[[20.08"
    )


@pytest.mark.parametrize("shape", [(784, 500), (8, 8)])
def test_repr_of_a_large_value_is_short(shape):
    text = repr(Node(np.zeros(shape), "W"))
    assert f"shape {shape}" in text and "..." in text
    assert len(text.splitlines()) == 1 + 7


def test_nodes_are_equal_only_to_themselves():
    x, y = Node(1.0, "x"), Node(1.0, "x")
    assert x != y and x in [y, x] and y not in [x] and [x, y].index(y) == 1
    assert len({x, y}) == 2 and {x: 1, y: 2}[x] == 1


def test_no_numpy_warning_beyond_the_range(recwarn):
    with np.errstate(all="warn"):
        x = Node([[0.0, -1.0, 1000.0, -1000.0]], "x")
        assert np.array_equal(x.log().value[0, :1], [-np.inf])
        assert np.isnan(x.log().value[0, 1]) and np.isnan(x.sqrt().value[0, 3])
        assert np.allclose(x.exp().value, [[1, np.exp(-1.0), np.inf, 0]])
        assert np.array_equal((1 / x).value, [[np.inf, -1, 0.001, -0.001]])
        assert np.array_equal((x**-2).value[0, :2], [np.inf, 1])
        assert np.array_equal((x[:, 2] * 1e300 * 1e300).value, [[np.inf]])
        assert np.array_equal((x[:, 2] * 1e300).square().value, [[np.inf]])
        assert np.isnan((0 * x.log()).value[0, 0])
        assert np.isnan((x.log() * 1).sin().value[0, 0])
        assert np.isnan((x.log() * 1).cos().value[0, 0])
        assert np.array_equal(x[:, :1].sqrt().grad(1)["x"], [[np.inf, 0, 0, 0]])
        large = x[:, 2] * 1e300
        assert np.array_equal((large @ large).value, [[np.inf]])
        assert np.isnan((large @ large).log_softmax().value).all()
    assert not recwarn.list


def test_it_can_be_read_in_an_evening():
    files = Path(dp.__file__).parent.glob("*.py")
    assert sum(len(file.read_text().splitlines()) for file in files) < 1000


def test_public_names_exist_and_are_documented():
    assert {"Node", "check_grad"} <= set(dp.__all__)
    assert all(getattr(dp, name).__doc__ for name in dp.__all__)
    members = {k: v for k, v in vars(Node).items() if k[0] != "_"}
    slots = set(Node.__slots__)
    assert [name for name in members.keys() - slots if not members[name].__doc__] == []
