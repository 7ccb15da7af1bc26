# Misconception: Normalises what has gone through tanh.
# Fails: task6-network-test-modes
# %% task6-network
class NormalisedNetwork(NormalisedNetwork):
    def hidden(self, x):
        h, found = dp.Node(x), []
        for norm, layer in zip(self.norms, self.layers):
            found.append(layer(h))
            h = norm(found[-1].tanh())
        self.last = h
        return found

    def logits(self, x):
        self.hidden(x)
        return self.layers[-1](self.last)
