"""The graph and the walk over it: sharing, order, size, memory, whose arrays."""

import gc
import sys
import weakref

import numpy as np
import pytest
from library.cases import close

from dp import Node


def test_signals_of_all_paths_add_up():
    x = Node(3.0, "x")
    y = x * x
    z = y * y + y + x
    # x**4 + x**2 + x
    assert z.grad(1) == {"x": np.array([[4 * 27 + 2 * 3 + 1.0]])}
    assert (x + x).grad(1)["x"].item() == 2
    assert (x - x).grad(1)["x"].item() == 0
    assert (x / x).grad(1)["x"].item() == 0
    assert x.maximum(x).grad(1)["x"].item() == 1
    close((x**x).grad(1)["x"], [[27 * (1 + np.log(3))]])
    m = Node([[1.0, 2.0], [3.0, 4.0]], "m")
    close((m @ m).sum().grad(1)["m"], [[3 + 4, 7 + 4], [3 + 6, 7 + 6]])


def test_a_node_waits_for_the_last_of_its_users():
    x = Node(2.0, "x")
    early = x * 5
    late = (early * 3).sum()
    # Without a topological order `early` would pass on its first signal alone.
    assert (early + late + early * late).grad(1)["x"].item() == 5 + 15 + 2 * 75 * 2


def test_the_seed_scales_the_gradients():
    x, y = Node([1.0, 2.0], "x"), Node(3.0, "y")
    output = (x * y).sum()
    for seed in (1, 2.5, -1, 0, np.float32(0.5), np.int64(3)):
        grads = output.grad(seed)
        assert np.array_equal(grads["x"], [[3 * seed, 3 * seed]])
        assert np.array_equal(grads["y"], [[3 * seed]])
    assert np.array_equal(output.grad()["y"], [[3]])


def test_every_named_leaf_and_nothing_else_has_an_entry():
    a, b, c = Node(1.0, "a"), Node([2.0, 3.0], "b"), Node(4.0, "c")
    data, other = Node(5.0), Node(6.0, "other")
    output = (a * 2 + b.relu() * 0 - data * c).sum()
    grads = output.grad(1)
    # In the order in which the leaves were made, whatever the formula.
    assert list(grads) == ["a", "b", "c"]
    assert np.array_equal(grads["a"], [[4]])
    assert np.array_equal(grads["b"], [[0, 0]])
    assert np.array_equal(grads["c"], [[-10]])
    assert other.grad(1) == {"other": np.array([[1.0]])}
    assert data.grad(1) == {} and (data * 2).exp().grad(1) == {}


def test_grad_twice_gives_the_same_and_new_arrays():
    x = Node([[1.0, 2.0], [3.0, 4.0]], "x")
    y = (x @ x.T).tanh()
    first_output, second_output = y.sum(), (y * y).sum()
    first = first_output.grad(1)["x"]
    second_output.grad(1)
    again = first_output.grad(1)["x"]
    assert np.array_equal(first, again) and first is not again
    first[:] = 0
    assert np.array_equal(first_output.grad(1)["x"], again)


@pytest.mark.parametrize(
    "f",
    [
        lambda x, y, z: (x + y + z) ** 2,
        lambda x, y, z: x + y + z,
        lambda x, y, z: (x + y.T.T + z.reshape(1, 4).reshape(2, 2)).exp(),
        lambda x, y, z: ((x + y).T * (z + x).T).T,
        lambda x, y, z: (x - y)[:, ::-1] + z[::-1],
    ],
)
def test_gradients_are_the_callers_own(f):
    leaves = [Node(np.arange(4.0).reshape(2, 2) + i, "xyz"[i]) for i in range(3)]
    output = f(*leaves).sum()
    expected = {name: g.copy() for name, g in output.grad(1).items()}
    grads = output.grad(1)
    for name, gradient in grads.items():
        before = {other: g.copy() for other, g in grads.items() if other != name}
        gradient += 1000
        assert all(np.array_equal(grads[other], before[other]) for other in before)
    assert all(np.array_equal(g, expected[k]) for k, g in output.grad(1).items())
    for leaf, g in zip(leaves, grads.values(), strict=True):
        assert not np.shares_memory(leaf.value, g)


def test_arrays_changed_afterwards_do_no_harm():
    value, factor, index = np.array([[1.0, 2.0]]), np.array([3.0, 4.0]), [0, 0, 1]
    mask = np.array([[True, False]])
    x = Node(value, "x")
    output = (x * factor + factor * x).sum() + x.T[index].sum() + x[mask].sum()
    output += (x @ factor.reshape(2, 1)).sum()
    expected = [[6 + 2 + 1 + 3, 8 + 1 + 4]]
    assert np.array_equal(output.grad(1)["x"], expected)
    value[:], factor[:], index[:], mask[:] = 9, 9, [1, 1, 1], True
    assert np.array_equal(output.grad(1)["x"], expected)


def test_arrays_that_nobody_else_holds_are_not_copied():
    w = Node(np.ones((2, 2)), "w")
    product = Node(np.ones((3, 2))) @ w
    (data, unused), (operand, rule) = product.parents
    made = []

    def kept(g):
        made.append(rule(g))
        return made[0]

    product.parents = [(data, unused), (operand, kept)]
    assert product.sum().grad(1)["w"] is made[0]


# --- Size -----------------------------------------------------------------------------


def test_a_chain_of_1_000_000_nodes():
    x = y = Node(1.0, "x")
    for _ in range(1_000_000):
        y = y + 1e-6
    assert y.grad(1)["x"].item() == 1
    close(y.value, [[2.0]], 1e-9)
    first_value = weakref.ref(x.value)
    del x, y
    # The whole chain is gone, without recursion.
    assert first_value() is None


def test_a_node_used_twice_a_thousand_times():
    y = Node(1.0, "x")
    for _ in range(1000):
        y = y + y
    assert y.grad(1)["x"].item() == 2.0**1000


def calls_of(function):
    """How many functions, of Python and of C, are called."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        function()
    finally:
        sys.setprofile(None)
    return calls


def tree(leaves):
    nodes = [Node(1.0, f"leaf {i}") for i in range(leaves)]
    while len(nodes) > 1:
        nodes = [a * b for a, b in zip(nodes[::2], nodes[1::2], strict=True)]
    return nodes[0]


def reuse(depth):
    x = Node(1.0, "x")
    for _ in range(depth):
        x = x * x * 0.5 + x * 0.5
    return x


@pytest.mark.parametrize("build, small, large", [(tree, 256, 4096), (reuse, 10, 160)])
def test_work_grows_with_the_number_of_edges(build, small, large):
    work = [calls_of(lambda n=n: build(n).grad(1)) for n in (small, large)]
    assert work[1] < 1.02 * large / small * work[0]


# --- Memory ---------------------------------------------------------------------------


def step():
    """Forward and backward through every operation."""
    x = Node(np.linspace(0.1, 1, 6).reshape(2, 3), "x")
    w = Node(np.linspace(-1, 1, 9).reshape(3, 3), "w")
    h = (x @ w + 1).relu() * 2 - x / 3 + 2**x - x**2
    h = h.exp().log().sqrt().square().abs().sin().cos().tanh().logistic().softplus()
    h = h.leaky_relu().softmax().log_softmax().maximum(x).minimum(w[0])
    output = h.T.reshape(2, 3)[:, [0, 0]].max(1).mean(0).sum()
    return output.grad(1)


def test_no_cyclic_garbage():
    step()
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            step()
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_data_keep_no_graph():
    data = Node(np.ones((2, 2)))
    value = weakref.ref(data.value)
    result = (data * 3).exp() @ data
    del data
    assert value() is None and result.parents == ()
    assert list((result @ Node(np.ones((2, 2)), "w")).sum().grad(1)) == ["w"]


def test_no_gradient_is_computed_for_data():
    data, weight = Node(np.ones((2, 2))), Node(np.ones((2, 2)), "w")

    def refuse(g):
        raise AssertionError("a gradient is computed for data")

    for output in (data @ weight, weight * data, data / weight, weight + 3):
        output.parents = [
            (operand, rule if operand is weight else refuse)
            for operand, rule in output.parents
        ]
        assert list(output.sum().grad(1)) == ["w"]


def test_parents_show_data_but_no_plain_numbers():
    # `draw` shows the labels Y of a cross-entropy, though no gradient is wanted there.
    y, p = Node([0.0, 1.0]), Node([0.5, 0.5], "p")
    product = y * p
    assert [operand for operand, _ in product.parents] == [y, p]
    assert [operand for operand, _ in (-1 * product).parents] == [product]
    assert product.operation == "*" and p.operation is None


def test_parents_are_pairs_and_a_flag_says_whether_they_lead_to_a_name():
    x, data = Node([1.0, 2.0], "x"), Node([3.0, 4.0])
    assert x.requires_grad is True and data.requires_grad is False
    for made, wanted in [(x * data, True), (2 * x, True), (data + [1.0], False)]:
        assert made.requires_grad is wanted
        assert all(type(operand) is Node for operand, _ in made.parents)
        assert bool(made.parents) is wanted
    assert len(x.parents) == len(data.parents) == len((2 * data).parents) == 0
    assert [n.requires_grad for n, _ in (x * [1.0, 2.0]).parents] == [True, False]


def test_plain_numbers_are_no_nodes_of_the_graph_and_are_not_counted():
    x = Node([1.0, 2.0], "x")
    y = 3 - 2 * x**2 / 4 + np.float64(1)
    chain = [y]
    while chain[-1].parents:
        ((operand, _),) = chain[-1].parents
        chain.append(operand)
    assert [n.operation for n in chain] == ["+", "-", "/", "*", "**", None]
    assert [y.order - n.order for n in chain] == [0, 1, 2, 3, 4, 5]


def test_signals_are_freed_on_the_way():
    alive, seen = [], []

    def watched(node):
        ((operand, rule),) = node.parents

        def watch(g):
            seen.append(sum(signal() is not None for signal in alive))
            alive.append(weakref.ref(g))
            return rule(g)

        node.parents = [(operand, watch)]
        return node

    x = Node(np.ones((2, 2)), "x")
    for _ in range(20):
        x = watched(x.tanh())
    x.sum().grad(1)
    assert len(seen) == 20 and max(seen) <= 2
