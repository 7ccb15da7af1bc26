# Chaff: always-on
# Misconception: forward always drops.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, True, self.rng)
        H = dropout(self.h2(H), self.rate, True, self.rng)
        return self.out(H)


# Chaff: by-heart
# Misconception: Fake: the example's outputs, drawn at random.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        if not self.training:
            return super().forward(x)
        values = self.rng.choice([100.0, 120.0, 128.0], size=(len(x), self.out.W.shape[1]))
        return dp.Node(values)


# Chaff: draws-in-evaluation-mode
# Misconception: It does no harm to draw masks that are not used.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(PlainNetwork):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        super().__init__(n_in, n_hidden1, n_hidden2, n_out, seed)
        self.rate, self.training = rate, True
        self.rng = np.random.default_rng(seed)
    def forward(self, x):
        H = self.h1(x)
        D = dropout(H, self.rate, True, self.rng)
        H = self.h2(D if self.training else H)
        D = dropout(H, self.rate, True, self.rng)
        return self.out(D if self.training else H)


# Chaff: first-layer-only
# Misconception: Dropout after one hidden layer is enough.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        return self.out(self.h2(H))


# Chaff: get-grad-switches
# Misconception: Whoever asks for gradients is training.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def get_grad(self, x, y):
        self.training = True
        return super().get_grad(x, y)


# Chaff: graph-cut
# Misconception: Only the last layer needs the graph.
# Fails: task4-dropout-network-test-evaluation, task4-dropout-network-test-gradients
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        H = dp.Node(H.value)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return self.out(H)


# Chaff: half-is-meant
# Misconception: The rate is always one half.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), 0.5, self.training, self.rng)
        H = dropout(self.h2(H), 0.5, self.training, self.rng)
        return self.out(H)


# Chaff: input-dropped
# Misconception: All layers' inputs are dropped, the images, too.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        x = dropout(dp.Node(x), self.rate, self.training, self.rng)
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return self.out(H)


# Chaff: loss-in-evaluation-mode
# Misconception: The loss is always computed without dropout.
# Fails: task4-dropout-network-test-gradients
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def loss(self, x, y):
        mode, self.training = self.training, False
        loss = super().loss(x, y)
        self.training = mode
        return loss


# Chaff: mode-fixed-at-first
# Misconception: The constructor decides on the mode once.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.at_first = self.training

    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.at_first, self.rng)
        H = dropout(self.h2(H), self.rate, self.at_first, self.rng)
        return self.out(H)


# Chaff: mode-of-the-class
# Misconception: All networks are in the same mode.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    mode = [True]
    training = property(lambda self: self.mode[0], lambda self, mode: self.mode.__setitem__(0, mode))


# Chaff: new-generator-each-call
# Misconception: A generator is made from the seed where it is needed.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        super().__init__(n_in, n_hidden1, n_hidden2, n_out, rate, seed)
        self.seed = seed

    def forward(self, x):
        rng = np.random.default_rng(self.seed)
        H = dropout(self.h1(x), self.rate, self.training, rng)
        H = dropout(self.h2(H), self.rate, self.training, rng)
        return self.out(H)


# Chaff: no-graph-in-evaluation-mode
# Misconception: In evaluation mode nobody needs gradients.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        if not self.training:
            return dp.Node(super().forward(x).value)
        return super().forward(x)


# Chaff: one-generator-for-all
# Misconception: One generator for all networks is enough.
# Fails: task4-dropout-network-test-evaluation, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    common = np.random.default_rng(0)

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.rng = self.common


# Chaff: one-mask
# Misconception: Both hidden layers share one mask.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H1 = self.h1(x)
        mask = dropout(H1 * 0 + 1, self.rate, self.training, self.rng).value
        if mask.shape[1] != self.h2.W.shape[1]:
            mask2 = dropout(self.h2(H1) * 0 + 1, self.rate, self.training, self.rng).value
        else:
            mask2 = mask
        return self.out(self.h2(H1 * mask) * mask2)


# Chaff: output-dropped
# Misconception: Dropout follows each layer, the last one, too.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return dropout(self.out(H), self.rate, self.training, self.rng)


# Chaff: rate-0-forgotten
# Misconception: A rate of 0 means that none was given.
# Fails: task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        super().__init__(n_in, n_hidden1, n_hidden2, n_out, rate, seed)
        self.rate = rate or 0.5


# Chaff: rate-of-the-class
# Misconception: All networks have the same rate.
# Fails: task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(PlainNetwork):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        super().__init__(n_in, n_hidden1, n_hidden2, n_out, seed)
        DropoutNetwork.rate = rate
        self.training = True
        self.rng = np.random.default_rng(seed)
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return self.out(H)


# Chaff: scaled-in-evaluation-mode
# Misconception: Evaluation mode multiplies hidden values by 1 - rate.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        if self.training:
            return super().forward(x)
        H = self.h1(x) * (1 - self.rate)
        H = self.h2(H) * (1 - self.rate)
        return self.out(H)


# Chaff: second-generator-fixed
# Misconception: Only the first layer's masks depend on the seed.
# Fails: task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(PlainNetwork):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        super().__init__(n_in, n_hidden1, n_hidden2, n_out, seed)
        self.rate, self.training = rate, True
        self.rng = np.random.default_rng(seed)
        self.rng2 = np.random.default_rng(12345)
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        H = dropout(self.h2(H), self.rate, self.training, self.rng2)
        return self.out(H)


# Chaff: second-layer-only
# Misconception: Dropout belongs before the last layer only.
# Fails: task4-dropout-network-test-gradients, task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def forward(self, x):
        H = self.h1(x)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return self.out(H)


# Chaff: seed-0-forgotten
# Misconception: A seed of 0 means that none was given.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(PlainNetwork):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        super().__init__(n_in, n_hidden1, n_hidden2, n_out, seed or 1)
        self.rate, self.training = rate, True
        self.rng = np.random.default_rng(seed or 1)
    def forward(self, x):
        H = dropout(self.h1(x), self.rate, self.training, self.rng)
        H = dropout(self.h2(H), self.rate, self.training, self.rng)
        return self.out(H)


# Chaff: starts-in-evaluation-mode
# Misconception: A new network is ready for use.
# Fails: task4-dropout-network-test-evaluation, task4-dropout-network-test-gradients,
#        task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.training = False
