"""The same graphs in PyTorch: every operation, and random ones with shared nodes."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from library.cases import BINARY, ELEMENTWISE, SHAPES, close, numbers

from dp import Node


def both(f, g, *arrays):
    """Values and gradients of f by dp and of g by PyTorch are the same."""
    leaves = [Node(a, f"leaf {i}") for i, a in enumerate(arrays)]
    tensors = [torch.tensor(leaf.value, requires_grad=True) for leaf in leaves]
    ours, theirs = f(*leaves), g(*tensors)
    close(ours.value, np.reshape(theirs.detach().numpy(), ours.shape))
    weights = numbers(ours.shape, 9)
    grads = (weights * ours).sum().grad(1)
    (torch.tensor(weights).reshape(theirs.shape) * theirs).sum().backward()
    for leaf, tensor in zip(leaves, tensors, strict=True):
        close(grads[leaf.name], tensor.grad.numpy())


IN_PYTORCH = {
    "logistic": torch.sigmoid,
    # PyTorch would go over to x itself above its threshold of 20.
    "softplus": lambda x: torch.nn.functional.softplus(x, threshold=1000),
    "leaky_relu": torch.nn.functional.leaky_relu,
    "leaky_relu(0.25)": lambda x: torch.nn.functional.leaky_relu(x, 0.25),
}


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_functions_of_each_element(name):
    function, _, _, points = ELEMENTWISE[name]
    # Formulas like 2 ** x are the same text for tensors as for nodes.
    other = IN_PYTORCH.get(name) or getattr(torch, name, function)
    both(function, other, np.array([points], dtype=float))


@pytest.mark.parametrize("name", [*BINARY, "maximum", "minimum", "@"])
@pytest.mark.parametrize("shapes", SHAPES, ids=str)
def test_two_operands(name, shapes):
    a, b = (numbers(shape, i) for i, shape in enumerate(shapes))
    if name == "@":
        both(lambda x, y: (x + y).T @ (x - y), lambda x, y: (x + y).T @ (x - y), a, b)
    elif name in BINARY:
        both(BINARY[name][0], BINARY[name][0], a, b)
    else:
        both(getattr(Node, name), getattr(torch, name), a, b)


@pytest.mark.parametrize("axis", [None, 0, 1])
@pytest.mark.parametrize("a", [numbers((2, 3)), np.array([[1, 1, 0], [1, 0, 0]])])
def test_over_an_axis(axis, a):
    axes = (0, 1) if axis is None else axis
    both(lambda x: x.sum(axis), lambda x: x.sum(axes, keepdim=True), a)
    both(lambda x: x.mean(axis), lambda x: x.mean(axes, keepdim=True), a)
    both(lambda x: x.max(axis), lambda x: x.amax(axes, keepdim=True), a)
    if axis is not None:
        both(lambda x: x.softmax(axis), lambda x: x.softmax(axis), a)
        both(lambda x: x.log_softmax(axis), lambda x: x.log_softmax(axis), a)


@pytest.mark.parametrize(
    "index",
    [
        1,
        -1,
        slice(1, None),
        (0, 1),
        (slice(None), 2),
        (1, slice(0, 2)),
        [0, 0, 1],
        ([0, 1, 1], [2, 0, 0]),
        (slice(None), [2, 2, 0]),
        [True, False],
    ],
)
def test_indexing(index):
    both(lambda x: x[index], lambda x: x[index], numbers((2, 3)))


def test_ties_and_kinks():
    a, b = np.array([[0.0, 1.0, -1.0, 2.0]]), np.array([[0.0, 1.0, 1.0, -2.0]])
    both(Node.relu, torch.relu, a)
    both(Node.abs, torch.abs, a)
    both(Node.leaky_relu, torch.nn.functional.leaky_relu, a)
    both(Node.maximum, torch.maximum, a, b)
    both(Node.minimum, torch.minimum, a, b)
    both(lambda x, y: abs(x) ** y, lambda x, y: abs(x) ** y, a, abs(b))


def test_a_network():
    x, y = numbers((8, 5)), np.eye(3)[[0, 1, 2, 0, 1, 2, 2, 1]]
    weights = [
        numbers(s, i) - 1.2 for i, s in enumerate([(5, 4), (1, 4), (4, 3), (1, 3)])
    ]

    def loss(log_softmax, wrap):
        def f(w1, b1, w2, b2):
            h = (wrap(x) @ w1 + b1).relu()
            return -(wrap(y) * log_softmax(h @ w2 + b2)).sum() / 8

        return f

    theirs = loss(lambda z: torch.log_softmax(z, 1), torch.tensor)
    both(loss(Node.log_softmax, Node), theirs, *weights)


# --- Random graphs --------------------------------------------------------------------

SMOOTH = {
    "+": (2, lambda a, b: a + b, None),
    "-": (2, lambda a, b: a - b, None),
    "*": (2, lambda a, b: a * b, None),
    "/": (2, lambda a, b: a / (2 + b * b), None),
    "@": (2, lambda a, b: a.T @ b, None),
    "**": (2, lambda a, b: (a * a + 1) ** b, None),
    "5 -": (1, lambda a: 5 - a, None),
    "3 /": (1, lambda a: 3 / (1.5 + a.sin()), None),
    "tanh": (1, Node.tanh, torch.tanh),
    "logistic": (1, Node.logistic, torch.sigmoid),
    "sin": (1, Node.sin, torch.sin),
    "T": (1, lambda a: a.T, None),
    "rows": (1, lambda a: a[[0, 0, -1]], None),
    "sum": (1, lambda a: a.sum(1), lambda a: a.sum(1, keepdim=True)),
    "mean": (1, lambda a: a.mean(0), lambda a: a.mean(0, keepdim=True)),
    "softmax": (1, Node.softmax, lambda a: a.softmax(1)),
    "log_softmax": (1, Node.log_softmax, lambda a: a.log_softmax(1)),
}


@st.composite
def programs(draw):
    """Leaves, and steps that take any earlier nodes, so that many are shared."""
    shapes = draw(
        st.lists(st.sampled_from([(1, 1), (1, 3), (2, 1), (2, 3)]), min_size=1)
    )
    seeds = [draw(st.integers(0, 99)) for _ in shapes[:4]]
    leaves = [numbers(*pair) - 1.1 for pair in zip(shapes[:4], seeds, strict=True)]
    place = st.integers(0, 99)
    step = st.tuples(st.sampled_from(sorted(SMOOTH)), place, place)
    return leaves, draw(st.lists(step, min_size=2, max_size=15))


def run(program, leaves, library):
    """The mean over all nodes, so that each has a user; what does not fit is left out."""
    nodes = list(leaves)
    for name, *places in program:
        operands, ours, theirs = SMOOTH[name]
        function = ours if library == "dp" else theirs or ours
        chosen = [nodes[place % len(nodes)] for place in places[:operands]]
        try:
            result = function(*chosen)
        except (ValueError, RuntimeError):
            continue
        # Values stay small, and the graph as deep as it is.
        nodes.append(result / 4)
    return sum(node.mean() / len(nodes) for node in nodes)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(programs())
def test_random_graphs(drawn):
    arrays, program = drawn
    both(
        lambda *leaves: run(program, leaves, "dp"),
        lambda *leaves: run(program, leaves, "torch"),
        *arrays,
    )


def test_gradcheck_through_an_adapter():
    def network(x, w, b):
        h = (x @ w + b).tanh().softplus()
        return (h.log_softmax() * h[:, ::-1] / h.sum(0)).mean()

    class ByNodes(torch.autograd.Function):
        @staticmethod
        def forward(context, *tensors):
            leaves = [Node(t.detach().numpy(), str(i)) for i, t in enumerate(tensors)]
            context.output = network(*leaves)
            return torch.tensor(context.output.value.item(), dtype=torch.float64)

        @staticmethod
        def backward(context, signal):
            grads = context.output.grad(signal.item())
            return tuple(torch.tensor(gradient) for gradient in grads.values())

    arrays = numbers((4, 3)), numbers((3, 2), 1), numbers((1, 2), 2)
    tensors = [torch.tensor(array, requires_grad=True) for array in arrays]
    assert torch.autograd.gradcheck(ByNodes.apply, tensors)
