"""Optimizers: the same trajectories as torch.optim, and what can go wrong."""

import copy

import numpy as np
import pytest
import torch
from library.networks import Line, Network

from dp import SGD, Adam, Node, Optimizer, RMSProp, SGD_Momentum

RULES = [
    (SGD, {"learning_rate": 0.02}, torch.optim.SGD, {"lr": 0.02}),
    (SGD_Momentum, {"learning_rate": 0.01, "momentum": 0.8},
     torch.optim.SGD, {"lr": 0.01, "momentum": 0.8}),
    (RMSProp, {"learning_rate": 0.01, "decay": 0.9, "epsilon": 1e-3},
     torch.optim.RMSprop, {"lr": 0.01, "alpha": 0.9, "eps": 1e-3}),
    (Adam, {"learning_rate": 0.05, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3},
     torch.optim.Adam, {"lr": 0.05, "betas": (0.8, 0.95), "eps": 1e-3}),
    (RMSProp, {}, torch.optim.RMSprop, {"lr": 0.001}),
    (Adam, {}, torch.optim.Adam, {"lr": 0.001}),
]  # fmt: skip


@pytest.fixture
def data():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(30, 4))
    return x, np.eye(3)[rng.integers(0, 3, 30)]


@pytest.mark.parametrize(("rule", "ours", "torch_rule", "theirs"), RULES)
def test_fifty_steps_like_torch(rule, ours, torch_rule, theirs, data):
    x, y = data
    net = Network(4, 5, 5, 3, seed=1)
    names = list(net.get_param())
    tensors = [torch.tensor(p, requires_grad=True) for p in net.get_param().values()]
    their_optimizer = torch_rule(tensors, **theirs)
    our_optimizer = rule(net, x, y, batch_size=len(x), **ours)
    for _ in range(50):
        their_optimizer.zero_grad()
        h = torch.tensor(x)
        for i in (0, 2, 4):
            h = h @ tensors[i] + tensors[i + 1]
            h = torch.relu(h) if i < 4 else torch.log_softmax(h, dim=1)
        loss = -(torch.tensor(y) * h).sum()
        loss.backward()
        their_optimizer.step()
        assert np.isclose(our_optimizer.train(1, print_each=0), loss.item(), rtol=1e-9)
        for name, tensor in zip(names, tensors, strict=True):
            ours_now = net.get_param()[name]
            np.testing.assert_allclose(ours_now, tensor.detach().numpy(), atol=1e-9)


def test_an_epoch_takes_every_example_once():
    seen = []

    class Watch(Line):
        def loss(self, x, y):
            seen.append((x[:, 0].tolist(), y[:, 0].tolist()))
            return super().loss(x, y)

    x = np.column_stack([np.arange(10.0), np.zeros(10)])
    y = 100 + x[:, :1]
    SGD(Watch(seed=0), x, y, learning_rate=1e-6, batch_size=4).train(6, print_each=0)
    assert [len(batch) for batch, _ in seen] == [4, 4, 2, 4, 4, 2]
    first, second = ([x for b, _ in seen[i : i + 3] for x in b] for i in (0, 3))
    assert sorted(first) == sorted(second) == list(range(10))
    assert first != second and first != sorted(first)
    assert all(labels == [100 + i for i in batch] for batch, labels in seen)


def trajectory(seed, data):
    net = Network(4, 5, 5, 3, seed=0)
    SGD(net, *data, batch_size=8, seed=seed).train(10, print_each=0)
    return net.get_param()["h1_W"]


def test_the_seed_fixes_the_batches(data):
    assert np.allclose(trajectory(1, data), trajectory(1, data), rtol=1e-9)
    assert not np.allclose(trajectory(1, data), trajectory(2, data))


def test_training_goes_on_where_it_stopped(data):
    nets = [Network(4, 5, 5, 3, seed=0) for _ in range(2)]
    whole, parts = (Adam(net, *data, batch_size=8) for net in nets)
    whole.train(12, print_each=0)
    parts.train(5, print_each=0)
    parts.train(7, print_each=0)
    for name, value in nets[0].get_param().items():
        assert np.allclose(value, nets[1].get_param()[name], rtol=1e-9)


def test_a_thinned_history(data):
    net = Network(4, 5, 5, 3, seed=0)
    optimizer = SGD(net, *data, batch_size=30)
    _, losses, parameters = optimizer.train(
        10, print_each=0, err_hist=True, hist_every=4
    )
    assert len(losses) == len(parameters) == 3
    for loss, p in zip(losses, parameters, strict=True):
        net.set_param(p)
        assert np.isclose(net.get_grad(*data)[1], loss, rtol=1e-12)


def test_training_changes_neither_the_data_nor_what_was_taken_out(data):
    x, y = data
    x_before, y_before = x.copy(), y.copy()
    net = Network(4, 5, 5, 3, seed=0)
    taken = net.get_param()
    kept = {name: value.copy() for name, value in taken.items()}
    SGD_Momentum(net, x, y).train(5, print_each=0)
    assert np.array_equal(x, x_before) and np.array_equal(y, y_before)
    for name, value in taken.items():
        assert np.array_equal(value, kept[name])
        assert not np.array_equal(net.get_param()[name], value)


def test_a_batch_becomes_a_node_without_a_copy(data):
    class Watch(Line):
        def loss(self, x, y):
            assert Node(x).value is x and Node(y).value is y
            return super().loss(x, y)

    x, y = data[0][:, :2].copy(), data[1][:, :1]
    for size in (7, len(x), 1000):
        SGD(Watch(seed=0), x, y, batch_size=size).train(5, print_each=0)
    assert x.flags.writeable and y.flags.writeable


@pytest.mark.parametrize("which", [0, 1])
def test_a_loss_cannot_write_into_its_batch(which, data):
    class Careless(Line):
        def loss(self, *batch):
            batch[which][:] = 0
            return super().loss(*batch)

    with pytest.raises(ValueError, match="read-only"):
        SGD(Careless(seed=0), data[0][:, :2], data[1][:, :1]).train(1, 0)


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize("rule", [SGD, SGD_Momentum, RMSProp, Adam])
def test_training_writes_into_no_array_that_others_hold(rule, dtype):
    x, y = np.ones((4, 2), dtype), np.zeros((4, 1), dtype)
    given = {"line_W": np.ones((2, 1), dtype), "line_b": np.ones((1, 1), dtype)}
    for array in (x, y, *given.values()):
        array.setflags(write=False)
    net = Line(seed=0, dtype=dtype)
    net.set_param(given)
    # By hand: a leaf that took its array without a copy.
    net.layer.b = net.parameters["line_b"] = Node(given["line_b"], "line_b")
    optimizer = rule(net, x, y)
    held = [(array, array.copy()) for array in (x, y, *given.values())]
    for _ in range(3):  # before the first step, and after some
        snapshots = [Node(leaf.value) for leaf in net.parameters.values()]
        held += [(node.value, node.value.copy()) for node in snapshots]
        optimizer.train(2, print_each=0)
    for array, before in held:
        assert np.array_equal(array, before)
    assert not np.array_equal(net.get_param()["line_b"], given["line_b"])


def test_a_copied_network_is_trained_apart():
    nets = [Line(seed=0)]
    SGD(nets[0], [[1.0, 1.0]], [[0.0]]).train(1, 0)
    nets.append(copy.deepcopy(nets[0]))
    before = nets[0].get_param()
    SGD(nets[1], [[1.0, 1.0]], [[0.0]]).train(3, 0)
    for name, value in nets[0].get_param().items():
        assert np.array_equal(value, before[name])
        assert not np.array_equal(value, nets[1].get_param()[name])


def test_float32_stays_float32(data):
    x, y = (array.astype(np.float32) for array in data)
    for rule in (SGD, SGD_Momentum, RMSProp, Adam):
        net = Network(4, 5, 5, 3, seed=0, dtype=np.float32)
        rule(net, x, y).train(3, print_each=0)
        assert {p.dtype for p in net.get_param().values()} == {np.dtype(np.float32)}


def test_lengths_that_differ():
    with pytest.raises(ValueError, match="3 examples and y_train 2 labels"):
        SGD(Line(), np.ones((3, 2)), np.ones((2, 1)))
    with pytest.raises(ValueError, match="0 examples"):
        SGD(Line(), np.ones((0, 2)), np.ones((0, 1)))


def test_an_unknown_argument_is_named_with_those_there_are(data):
    with pytest.raises(
        TypeError, match="SGD has no momentum, only batch_size, seed, learning_rate"
    ):
        SGD(Line(), *data, momentum=0.9)


def test_numbers_that_cannot_be(data):
    with pytest.raises(ValueError, match="batch_size is 0"):
        SGD(Line(), *data, batch_size=0)
    with pytest.raises(ValueError, match="steps is 0"):
        SGD(Line(), *data).train(0)


def test_a_loss_that_is_not_finite_names_the_step_and_what_to_try(data):
    net = Network(4, 5, 5, 3, seed=0)
    with pytest.raises(FloatingPointError) as caught:
        SGD(net, *data, learning_rate=1e3).train(100, print_each=0)
    for word in ("step 2", "nan", "smaller learning_rate", "log_softmax"):
        assert word in str(caught.value)


def test_an_optimizer_needs_a_rule(data):
    with pytest.raises(TypeError, match="abstract"):
        Optimizer(Line(), *data, learning_rate=0.1)
