"""Optimizers: they train a model by stochastic gradient descent and its variants.

Each rule is one method, `update`, as its paper and PyTorch's `torch.optim` state it.
Arrays change in place: a graph that was built before a step is out of date after it.
"""

from abc import ABC, abstractmethod

import numpy as np


class Optimizer(ABC):
    """Trains the model `net` on examples `x_train`, (n, features), labels `y_train`.

    Each step takes the next `batch_size` examples as read-only arrays, all n in a new
    random order before any comes again; `seed` fixes the orders. The other arguments, all
    by name, are the rule's `constants` with defaults. A derived class writes `update`.
    ValueError: not as many examples as labels, or none; a batch size below 1. TypeError:
    an unknown argument. Source: the paper, "Neural network library (high-level) part".

    >>> from dp import Model
    >>> net = Model(seed=1)
    >>> h1 = net.Linear_Layer(1, 1, "h1")
    >>> net.loss = lambda x, y: (h1(x) - y).square().mean()
    >>> loss = SGD(net, [[1], [2]], [[3], [5]], learning_rate=0.1).train(300, 0)
    >>> h1.W.value.round(2), h1.b.value.round(2)
    (array([[2.]]), array([[1.]]))
    """

    constants = {"learning_rate": 0.001}
    memories = ()  # what the rule remembers of each parameter: arrays, at first all 0

    def __init__(self, net, x_train, y_train, *, batch_size=64, seed=0, **constants):
        x, y = np.asarray(x_train), np.asarray(y_train)
        if len(x) != len(y) or len(x) == 0:
            raise ValueError(f"x_train has {len(x)} examples and y_train {len(y)} labels: "
                             "each example needs its label, in a row of its own")
        if batch_size < 1:
            raise ValueError(f"batch_size is {batch_size}: it must be at least 1")
        if unknown := set(constants) - set(self.constants):
            raise TypeError(f"{type(self).__name__} has no {', '.join(unknown)}, only "
                            + ", ".join(["batch_size", "seed", *self.constants]))
        for name, value in (self.constants | constants).items():
            setattr(self, name, value)
        self.net, self.steps_done = net, 0
        self.state = {name: [np.zeros_like(leaf.value) for _ in self.memories]
                      for name, leaf in net.parameters.items()}
        self._batches = self._next_batches(x, y, batch_size, np.random.default_rng(seed))

    @staticmethod
    def _next_batches(x, y, size, random):
        while True:
            order = random.permutation(len(x))
            for start in range(0, len(x), size):
                rows = order[start:start + size]
                batch = x.take(rows, 0), y.take(rows, 0)
                for array in batch:
                    array.setflags(write=False)  # so that `Node` need not copy it
                yield batch

    def train(self, steps=1000, print_each=100, err_hist=False, hist_every=1):
        """Make `steps` steps; return the loss of the last one, on its batch.

        Every `print_each` steps the loss is printed (0: never). With `err_hist=True`
        the result is `(loss, loss_hist, para_hist)`: the losses and the parameters they
        were computed with, of every `hist_every`-th step. A history of all parameters
        costs (steps / hist_every) times their memory: 4 MB a step for 500,000 in float64.
        A second call goes on where the first one stopped. FloatingPointError: the loss
        became nan or infinite.
        """
        if steps < 1:
            raise ValueError(f"steps is {steps}: training needs at least one")
        losses, parameters = [], []
        for step in range(steps):
            if err_hist and step % hist_every == 0:
                parameters.append(self.net.get_param())
            loss = self._step()
            losses.append(loss)
            if print_each and (step + 1) % print_each == 0:
                print(f"step {self.steps_done:6d}   loss {loss:.4f}")
        return (loss, losses[::hist_every], parameters) if err_hist else loss

    def _step(self):
        self.steps_done += 1
        try:
            gradients, loss = self.net.get_grad(*next(self._batches))
        except FloatingPointError as error:
            raise FloatingPointError(f"step {self.steps_done}: {error}. Or try a "
                                     "smaller learning_rate") from None
        with np.errstate(all="ignore"):
            for name, leaf in self.net.parameters.items():
                if leaf.value.flags.owndata:
                    # Another node may hold this array. A view is copied by each node.
                    leaf.value = leaf.value.copy()[:]
                leaf.value.setflags(write=True)
                self.update(leaf.value, gradients[name], *self.state[name])
                leaf.value.setflags(write=False)
        return loss

    @abstractmethod
    def update(self, p, g, *memories):
        """Change the parameter p in place by its gradient g; g may be used up, too.

        The arrays of p's shape in `memories` are as the last update left them.
        """


class SGD(Optimizer):
    """Stochastic gradient descent: p <- p - learning_rate * g. Source: the paper."""

    def update(self, p, g):
        g *= self.learning_rate
        p -= g


class SGD_Momentum(Optimizer):
    """SGD that keeps its direction: v <- momentum * v + g, p <- p - learning_rate * v.

    Source: Polyak (1964); the form of `torch.optim.SGD(momentum=...)`.
    """

    constants = {"learning_rate": 0.0001, "momentum": 0.9}
    memories = ("velocity",)

    def update(self, p, g, velocity):
        velocity *= self.momentum
        velocity += g
        p -= np.multiply(self.learning_rate, velocity, out=g)


class RMSProp(Optimizer):
    """Divides by the root of a moving average of squares, for each element:

    s <- decay * s + (1 - decay) * g**2, p <- p - learning_rate * g / (sqrt(s) + epsilon).
    Source: Tieleman and Hinton (2012); the form of `torch.optim.RMSprop`.
    """

    constants = {"learning_rate": 0.001, "decay": 0.99, "epsilon": 1e-8}
    memories = ("square",)

    def update(self, p, g, square):
        square *= self.decay
        square += (1 - self.decay) * g**2
        p -= self.learning_rate * g / (np.sqrt(square) + self.epsilon)


class Adam(Optimizer):
    """Moving averages of gradients and of their squares, without their bias to 0:

    m <- beta1 * m + (1 - beta1) * g, s <- beta2 * s + (1 - beta2) * g**2, at step t
    p <- p - learning_rate * (m / (1 - beta1**t)) / (sqrt(s / (1 - beta2**t)) + epsilon).
    Source: Kingma and Ba (2014), algorithm 1; the form of `torch.optim.Adam`.
    """

    constants = {"learning_rate": 0.001, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
    memories = ("mean", "square")

    def update(self, p, g, mean, square):
        mean *= self.beta1
        mean += (1 - self.beta1) * g
        square *= self.beta2
        square += (1 - self.beta2) * g**2
        step_size = self.learning_rate / (1 - self.beta1**self.steps_done)
        root = np.sqrt(square / (1 - self.beta2**self.steps_done))
        p -= step_size * mean / (root + self.epsilon)
