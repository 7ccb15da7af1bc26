"""A training step of the paper's network: dp against the same by hand, and its peers.

A step draws a batch, goes forward and backward through 784-500-200-10 (ReLU, ReLU,
softmax cross-entropy) and updates all parameters by SGD. Every contestant is written as
its users write it; all start with the same parameters and see the same batches.
"""

import tracemalloc
from itertools import cycle, pairwise

import numpy as np

import dp
from benchmarks.timing import in_turns, table

SIZES = (784, 500, 200, 10)
BATCHES = 8  # in the training set
LEARNING_RATE = 0.01
CASES = [(d, n) for d in (np.float64, np.float32) for n in (64, 256)]


class Task:
    """Data, first parameters, and the order of examples, the same for everyone."""

    def __init__(self, dtype, batch):
        random = np.random.default_rng(1)
        examples = batch * BATCHES
        self.dtype, self.batch = dtype, batch
        self.x = random.random((examples, SIZES[0])).astype(dtype)
        self.labels = random.integers(SIZES[-1], size=examples)
        self.y = np.eye(SIZES[-1], dtype=dtype)[self.labels]
        self.parameters = {}
        for i, (n, m) in enumerate(pairwise(SIZES), 1):
            weights = random.normal(0, np.sqrt(2 / n), (n, m))
            self.parameters[f"h{i}_W"] = weights.astype(dtype)
            self.parameters[f"h{i}_b"] = random.normal(0, 0.1, (1, m)).astype(dtype)

    def copies(self):
        return {name: p.copy() for name, p in self.parameters.items()}

    def batches(self):
        """The examples' numbers, a batch at a time, without end."""
        order = np.random.default_rng(0).permutation(len(self.x))
        return cycle(order.reshape(-1, self.batch))


class Network(dp.Model):
    """dp, as a user writes it."""

    def __init__(self, dtype):
        super().__init__(dtype=dtype)
        self.h1 = self.ReLu_Layer(784, 500, "h1")
        self.h2 = self.ReLu_Layer(500, 200, "h2")
        self.h3 = self.Linear_Layer(200, 10, "h3")

    def forward(self, x):
        return self.h3(self.h2(self.h1(x)))

    def loss(self, x, y):
        return -(self.forward(x).log_softmax() * y).sum() / len(x)


def with_dp(task):
    net = Network(task.dtype)
    net.set_param(task.parameters)
    sgd = dp.SGD(
        net, task.x, task.y, learning_rate=LEARNING_RATE, batch_size=task.batch
    )
    return lambda: (sgd.train(steps=1, print_each=0), net.get_param)


def by_hand(task):
    """Every array is made once; a step writes into them."""
    p, dtype, batch = task.copies(), task.dtype, task.batch
    W1, b1, W2, b2, W3, b3 = p.values()
    gradients = [np.empty_like(array) for array in p.values()]
    gW1, gb1, gW2, gb2, gW3, gb3 = gradients
    x, h1, h2, z = (np.empty((batch, n), dtype) for n in SIZES)
    y, e, d1, d2 = (np.empty_like(array) for array in (z, z, h1, h2))
    batches = task.batches()

    def step():
        rows = next(batches)
        # mode="clip" writes into `out` at once, the default through a copy.
        np.take(task.x, rows, 0, out=x, mode="clip")
        np.take(task.y, rows, 0, out=y, mode="clip")

        np.matmul(x, W1, out=h1)
        np.add(h1, b1, out=h1)
        np.maximum(h1, 0, out=h1)
        np.matmul(h1, W2, out=h2)
        np.add(h2, b2, out=h2)
        np.maximum(h2, 0, out=h2)
        np.matmul(h2, W3, out=z)
        np.add(z, b3, out=z)
        np.subtract(z, z.max(1, keepdims=True), out=z)
        np.exp(z, out=e)
        total = e.sum(1, keepdims=True)
        np.subtract(z, np.log(total), out=z)
        loss = -np.vdot(z, y) / batch

        np.divide(e, total, out=e)
        np.subtract(e, y, out=e)
        np.divide(e, batch, out=e)
        np.matmul(h2.T, e, out=gW3)
        e.sum(0, keepdims=True, out=gb3)
        np.matmul(e, W3.T, out=d2)
        np.multiply(d2, h2 > 0, out=d2)
        np.matmul(h1.T, d2, out=gW2)
        d2.sum(0, keepdims=True, out=gb2)
        np.matmul(d2, W2.T, out=d1)
        np.multiply(d1, h1 > 0, out=d1)
        np.matmul(x.T, d1, out=gW1)
        d1.sum(0, keepdims=True, out=gb1)

        for parameter, g in zip(p.values(), gradients):
            g *= LEARNING_RATE
            parameter -= g
        return loss, lambda: p

    return step


def products_only(task):
    """The eight matrix products of a step: what no NumPy program can save."""
    a = [
        task.x[: task.batch],
        *(np.ones((task.batch, n), task.dtype) for n in SIZES[1:]),
    ]
    signals = [np.ones_like(array) for array in a]
    weights = list(task.copies().values())[::2]
    gradients = [np.empty_like(W) for W in weights]

    def step():
        for i, W in enumerate(weights):
            np.matmul(a[i], W, out=a[i + 1])
        for i, W in reversed(list(enumerate(weights))):
            np.matmul(a[i].T, signals[i + 1], out=gradients[i])
            if i:
                np.matmul(signals[i + 1], W.T, out=signals[i])

    return step


def with_torch(torch, task):
    layers = [torch.nn.Linear(n, m) for n, m in pairwise(SIZES)]
    relu = torch.nn.ReLU()
    net = torch.nn.Sequential(layers[0], relu, layers[1], relu, layers[2])
    net.to(torch.from_numpy(task.x).dtype)
    with torch.no_grad():
        for p, array in zip(net.parameters(), task.parameters.values()):
            p.copy_(torch.from_numpy(array.T.reshape(p.shape)))
    x, labels = torch.from_numpy(task.x), torch.from_numpy(task.labels)
    batches = map(torch.from_numpy, task.batches())
    sgd = torch.optim.SGD(net.parameters(), LEARNING_RATE)

    def parameters():
        arrays = [p.detach().numpy().T for p in net.parameters()]
        return dict(zip(task.parameters, arrays))

    def step():
        rows = next(batches)
        sgd.zero_grad()
        loss = torch.nn.functional.cross_entropy(net(x[rows]), labels[rows])
        loss.backward()
        sgd.step()
        return loss.item(), parameters

    return step


def with_autograd(autograd, task):
    import autograd.numpy as anp

    p, batches = task.copies(), task.batches()

    def loss(p, x, y):
        h1 = anp.maximum(x @ p["h1_W"] + p["h1_b"], 0)
        h2 = anp.maximum(h1 @ p["h2_W"] + p["h2_b"], 0)
        z = h2 @ p["h3_W"] + p["h3_b"]
        z = z - anp.max(z, axis=1, keepdims=True)
        z = z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))
        return -anp.sum(z * y) / len(x)

    loss_and_gradients = autograd.value_and_grad(loss)

    def step():
        rows = next(batches)
        value, gradients = loss_and_gradients(p, task.x[rows], task.y[rows])
        for name, g in gradients.items():
            g *= LEARNING_RATE
            p[name] -= g
        return value, lambda: p

    return step


def with_mygrad(mygrad, task):
    from mygrad.nnet import relu, softmax_crossentropy

    p = {name: mygrad.tensor(array) for name, array in task.parameters.items()}
    batches = task.batches()

    def step():
        rows = next(batches)
        h1 = relu(task.x[rows] @ p["h1_W"] + p["h1_b"])
        h2 = relu(h1 @ p["h2_W"] + p["h2_b"])
        loss = softmax_crossentropy(h2 @ p["h3_W"] + p["h3_b"], task.labels[rows])
        loss.backward()
        for tensor in p.values():
            g = tensor.grad
            g *= LEARNING_RATE
            tensor.data -= g
        return loss.item(), lambda: {name: t.data for name, t in p.items()}

    return step


PEERS = {
    "torch": ("PyTorch eager", with_torch),
    "autograd": ("HIPS autograd", with_autograd),
    "mygrad": ("MyGrad", with_mygrad),
}


def contestants(task, peers):
    """Each contestant's step: it gives the loss, and a function for the parameters."""
    steps = {"by hand in NumPy": by_hand(task), "dp": with_dp(task)}
    for name, module in peers.items():
        label, maker = PEERS[name]
        steps[label] = maker(module, task)
    return steps


def check(task, steps):
    """All have the same losses and gradients, which three updates show."""
    epsilon = np.finfo(task.dtype).eps
    for _ in range(3):
        results = {name: step() for name, step in steps.items()}
        expected_loss, expected = results["by hand in NumPy"]
        for name, (loss, parameters) in results.items():
            assert abs(loss - expected_loss) < 10 * epsilon, name
            for p, array in parameters().items():
                assert abs(array - expected()[p]).max() < 4 * epsilon, (name, p)


def times_table(peers, blocks=5):
    """Ratios to the step by hand: of the medians, and their range over blocks of rounds.

    Medians of interleaved rounds repeat as well as minima do here, and are what a user
    waits for.
    """
    columns = []
    for dtype, batch in CASES:
        task = Task(dtype, batch)
        steps = contestants(task, peers)
        check(task, steps)
        steps["matrix products alone"] = products_only(task)
        in_turns(steps, 5)  # caches and memory as in the middle of training
        rounds = 40 * 64 // batch
        seconds = in_turns(steps, rounds * blocks)
        base = seconds["by hand in NumPy"].reshape(blocks, rounds)
        column = [f"{np.dtype(dtype).name}, {batch}"]
        for s in seconds.values():
            ratio = np.median(s) / np.median(base)
            each = np.median(s.reshape(base.shape), 1) / np.median(base, 1)
            column.append(f"{ratio:.2f} ({each.min():.2f}-{each.max():.2f})")
        column[1] = f"1 ({np.median(base) * 1e3:.2f} ms)"
        columns.append(column)
    return table(*zip(["", *seconds], *columns))


def memory_table():
    """Peak megabytes of a step: parameters, gradients and values, the data set apart."""
    columns = []
    for dtype, batch in CASES:
        task = Task(dtype, batch)
        column = [f"{np.dtype(dtype).name}, {batch}"]
        for maker in (by_hand, with_dp):
            tracemalloc.start()
            step = maker(task)
            step()
            tracemalloc.reset_peak()
            step()
            column.append(f"{tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB")
            tracemalloc.stop()
        columns.append(column)
    return table(*zip(["", "by hand in NumPy", "dp"], *columns))
