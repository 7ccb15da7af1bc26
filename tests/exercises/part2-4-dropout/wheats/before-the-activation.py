# Integers and floor for the mask, where and einsum, dropout before relu (the mask is never
# negative, so that is the same), the softmax with NumPy.
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not (rate >= 0 and rate < 1):
        raise ValueError(f"{rate} is no rate")
    kept = np.floor(rng.uniform(0, 1, size=shape) + 1 - rate)
    return np.where(kept == 1, 1 / (1 - rate), 0.0)


# %% task2-dropout
def dropout(x, rate, training, rng):
    factor = dropout_mask(x.shape, rate, rng) if training else 1
    return x - x * (1 - factor)


# %% task3-moments
def dropped_moments(H, W, b, rate):
    terms = np.einsum("ij,jk->ijk", H, W)
    deviation = np.linalg.norm(terms, axis=1) * (rate / (1 - rate)) ** 0.5
    return terms.sum(axis=1) + b, deviation


# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    def scale(name):
        layer, _, kind = name.rpartition("_")
        return 1 - rate if kind == "W" and layer in layers else 1.0

    return dict((name, scale(name) * array) for name, array in p.items())


# %% task4-dropout-network
class DropoutNetwork(PlainNetwork):
    training = True

    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        super().__init__(n_in, n_hidden1, n_hidden2, n_out, seed)
        random = np.random.default_rng(seed + 1000)
        self.drop = lambda z: dropout(z, rate, self.training, random)

    def forward(self, x):
        H = self.drop(x @ self.h1.W + self.h1.b).relu()
        H = self.drop(H @ self.h2.W + self.h2.b).relu()
        return H @ self.out.W + self.out.b


# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    def one_round():
        net.training = True
        optimizer.train(steps=steps, print_each=0)
        net.training = False
        return [net.loss(*some).value.item() for some in ((x, y), (x_val, y_val))]

    train_losses, val_losses = zip(*[one_round() for _ in range(rounds)], strict=True)
    return np.array(train_losses), np.array(val_losses)


# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    try:
        net.training = True
        every = []
        for _ in range(passes):
            logits = net.forward(x).value
            powers = np.exp(logits - logits.max(axis=1)[:, None])
            every.append(powers / powers.sum(axis=1)[:, None])
    finally:
        net.training = mode
    P = sum(every) / passes
    return P, np.sqrt(sum((one - P) ** 2 for one in every) / passes)


# %% task6-entropy
def predictive_entropy(P):
    positive = P > 0
    logarithms = np.zeros_like(P)
    logarithms[positive] = np.log(P[positive])
    return -np.einsum("ik,ik->i", P, logarithms)
