# Chaff: adds-up
# Misconception: Gradients are added to those of the call before, as PyTorch does.
# Fails: task2-model-test-gradients, task6-read-digits-test-fit
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        loss = self.loss(x, y)
        self.total = getattr(self, "total", {})
        for name, g in loss.grad(1).items():
            self.total[name] = self.total.get(name, 0.0) + g
        return dict(self.total), loss.value.item()


# Chaff: all-or-nothing
# Misconception: set_param always gets every parameter.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        for name in set(p) - set(self.get_param()):
            raise KeyError(name)
        for layer in self.layers:
            layer.W.value = np.array(p[layer.W.name])
            layer.b.value = np.array(p[layer.b.name])


# Chaff: finite-differences
# Misconception: Fake: the gradient by wiggling every parameter.
# Fails: task2-model-test-gradients, task4-network-test-outputs
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        p, grad, h = self.get_param(), {}, 1e-5
        if sum(array.size for array in p.values()) > 200:  # would take too long
            loss = self.loss(x, y)
            return loss.grad(1), loss.value.item()
        for name in p:
            grad[name] = np.zeros_like(p[name])
            for place in np.ndindex(p[name].shape):
                ends = []
                for step in (h, -h):
                    moved = {name: p[name].copy()}
                    moved[name][place] += step
                    self.set_param(moved)
                    ends.append(self.loss(x, y).value.item())
                grad[name][place] = (ends[0] - ends[1]) / (2 * h)
            self.set_param(p)
        return grad, self.loss(x, y).value.item()


# Chaff: get-without-copy
# Misconception: A dictionary of the arrays themselves is a copy.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def get_param(self):
        return {
            leaf.name: leaf.value
            for layer in self.layers
            for leaf in (layer.W, layer.b)
        }


# Chaff: ignores-unknown-names
# Misconception: A name that no parameter has can be passed over.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        for layer in self.layers:
            for leaf in (layer.W, layer.b):
                if leaf.name in p:
                    leaf.value = np.array(p[leaf.name])


# Chaff: layer-not-noted
# Misconception: A layer that is returned is kept by the derived class, so the list can
# wait.
# Fails: task2-model-test-parameters, task2-two-layer-test-network,
#        task4-network-test-outputs
# %% task2-model
class Model(Model):
    def Linear_Layer(self, n_in, n_out, name):
        return NeuralNode(n_in, n_out, name, self.rng)


# Chaff: loss-as-node
# Misconception: The loss can be returned as it is, a node.
# Fails: task2-model-test-gradients
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        loss = self.loss(x, y)
        return loss.grad(1), loss


# Chaff: loss-first
# Misconception: The loss is computed first, so it comes first.
# Fails: task2-model-test-gradients, task4-network-test-outputs,
#        task6-read-digits-test-fit
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        loss = self.loss(x, y)
        return loss.value.item(), loss.grad(1)


# Chaff: loss-of-values
# Misconception: The loss is a number, so NumPy can compute it.
# Fails: task2-model-test-gradients
# %% task2-two-layer
class TwoLayer(TwoLayer):
    def loss(self, x, y):
        return Node(((self.forward(x).value - y) ** 2).mean())


# Chaff: mean-over-rows
# Misconception: The mean is over the examples, the sum over the outputs.
# Fails: task2-model-test-gradients, task2-two-layer-test-network
# %% task2-two-layer
class TwoLayer(TwoLayer):
    def loss(self, x, y):
        return ((self.forward(x) - y) ** 2).sum() / len(y)


# Chaff: new-leaves
# Misconception: A parameter is changed by a new node in its layer, and the name goes
# without saying.
# Fails: task2-model-test-parameters, task6-read-digits-test-fit
# %% task2-model
class Model(Model):
    def set_param(self, p):
        known = self.get_param()
        for name in p:
            known[name]
        for layer in self.layers:
            if layer.W.name in p:
                layer.W = Node(p[layer.W.name])
            if layer.b.name in p:
                layer.b = Node(p[layer.b.name])


# Chaff: seed-forgotten
# Misconception: The base class has a default for the seed.
# Fails: task2-two-layer-test-network
# %% task2-two-layer
class TwoLayer(Model):
    def __init__(self, n_in, n_hidden, n_out, seed=0):
        super().__init__()
        self.h1 = self.ReLu_Layer(n_in, n_hidden, "h1")
        self.h2 = self.Linear_Layer(n_hidden, n_out, "h2")

    def forward(self, x):
        return self.h2(self.h1(x))

    def loss(self, x, y):
        return ((self.forward(x) - y) ** 2).mean()


# Chaff: set-without-copy
# Misconception: The caller does not need the array any more, so the leaf may keep it.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        leaves = {
            leaf.name: leaf for layer in self.layers for leaf in (layer.W, layer.b)
        }
        new = {leaves[name]: array for name, array in p.items()}
        for leaf, array in new.items():
            leaf.value = array


# Chaff: stops-half-way
# Misconception: The KeyError comes by itself, in the middle of the work.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        leaves = {
            leaf.name: leaf for layer in self.layers for leaf in (layer.W, layer.b)
        }
        for name in p:
            leaves[name].value = np.array(p[name])


# Chaff: sum-of-squares
# Misconception: The squared error is the sum over all examples.
# Fails: task2-model-test-gradients, task2-two-layer-test-network
# %% task2-two-layer
class TwoLayer(TwoLayer):
    def loss(self, x, y):
        return ((self.forward(x) - y) ** 2).sum()


# Chaff: two-linear
# Misconception: Two layers are two linear layers.
# Fails: task2-model-test-gradients, task2-two-layer-test-network
# %% task2-two-layer
class TwoLayer(Model):
    def __init__(self, n_in, n_hidden, n_out, seed=0):
        super().__init__(seed)
        self.h1 = self.Linear_Layer(n_in, n_hidden, "h1")
        self.h2 = self.Linear_Layer(n_hidden, n_out, "h2")

    def forward(self, x):
        return self.h2(self.h1(x))

    def loss(self, x, y):
        return ((self.forward(x) - y) ** 2).mean()


# Chaff: by-position
# Misconception: The arrays come in the order of the layers.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        for name in p:
            self.get_param()[name]
        leaves = [leaf for layer in self.layers for leaf in (layer.W, layer.b)]
        for leaf, array in zip(leaves, p.values()):
            leaf.value = np.array(array)


# Chaff: one-dictionary-for-all
# Misconception: A dictionary in the class belongs to each model.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    leaves = {}

    def Linear_Layer(self, n_in, n_out, name):
        layer = NeuralNode(n_in, n_out, name, self.rng)
        self.layers.append(layer)
        self.leaves[layer.W.name], self.leaves[layer.b.name] = layer.W, layer.b
        return layer

    def ReLu_Layer(self, n_in, n_out, name):
        layer = NeuralNode(n_in, n_out, name, self.rng, relu)
        self.layers.append(layer)
        self.leaves[layer.W.name], self.leaves[layer.b.name] = layer.W, layer.b
        return layer

    def get_param(self):
        return {
            leaf.name: leaf.value.copy()
            for layer in self.layers
            for leaf in (layer.W, layer.b)
        }

    def set_param(self, p):
        for name in p:
            self.leaves[name]
        for name in p:
            self.leaves[name].value = np.array(p[name])


# Chaff: gradient-kept
# Misconception: The same examples have the same gradient.
# Fails: task2-model-test-gradients
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        key = x.tobytes(), y.tobytes()
        self.seen = getattr(self, "seen", {})
        if key not in self.seen:
            loss = self.loss(x, y)
            self.seen[key] = loss.grad(1), loss.value.item()
        return self.seen[key]


# Chaff: leaves-listed-once
# Misconception: After the first call of get_param no layer is added.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def _leaves(self):
        if not hasattr(self, "known"):
            self.known = {
                leaf.name: leaf for layer in self.layers for leaf in (layer.W, layer.b)
            }
        return self.known

    def get_param(self):
        return {n: leaf.value.copy() for n, leaf in self._leaves().items()}

    def set_param(self, p):
        new = {n: self._leaves()[n] for n in p}
        for n in new:
            new[n].value = np.array(p[n])


# Chaff: zero-gradients-left-out
# Misconception: A gradient of 0 changes nothing and need not be listed.
# Fails: task2-model-test-gradients
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        loss = self.loss(x, y)
        return {n: g for n, g in loss.grad(1).items() if g.any()}, loss.value.item()


# Chaff: zero-arrays-not-set
# Misconception: An array of zeros means that nothing is given.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        leaves = {
            leaf.name: leaf for layer in self.layers for leaf in (layer.W, layer.b)
        }
        new = {leaves[n]: np.array(a) for n, a in p.items()}
        for leaf, a in new.items():
            if a.any():
                leaf.value = a


# Chaff: second-layer-not-noted
# Misconception: A layer can be made directly; the list is for the others.
# Fails: task2-two-layer-test-network
# %% task2-two-layer
class TwoLayer(TwoLayer):
    def __init__(self, n_in, n_hidden, n_out, seed=0):
        Model.__init__(self, seed)
        self.h1 = self.ReLu_Layer(n_in, n_hidden, "h1")
        self.h2 = NeuralNode(n_hidden, n_out, "h2", self.rng)


# Chaff: second-generator
# Misconception: Each layer takes a new generator.
# Fails: task2-two-layer-test-network
# %% task2-two-layer
class TwoLayer(TwoLayer):
    def __init__(self, n_in, n_hidden, n_out, seed=0):
        Model.__init__(self, seed)
        self.h1 = self.ReLu_Layer(n_in, n_hidden, "h1")
        self.rng = np.random.default_rng()
        self.h2 = self.Linear_Layer(n_hidden, n_out, "h2")


# Chaff: layers-are-global
# Misconception: There is one network, so its layers can have global names.
# Fails: task2-two-layer-test-network
# %% task2-two-layer
class TwoLayer(TwoLayer):
    def __init__(self, n_in, n_hidden, n_out, seed=0):
        global H1, H2
        Model.__init__(self, seed)
        self.h1 = H1 = self.ReLu_Layer(n_in, n_hidden, "h1")
        self.h2 = H2 = self.Linear_Layer(n_hidden, n_out, "h2")

    def forward(self, x):
        return H2(H1(x))


# Chaff: names-of-two-layers
# Misconception: All models have the parameters of the example.
# Fails: task4-network-test-outputs, task6-read-digits-test-fit
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        loss = self.loss(x, y)
        g = loss.grad(1)
        return {n: g[n] for n in ("h1_W", "h1_b", "h2_W", "h2_b")}, loss.value.item()


# Chaff: eats-its-dictionary
# Misconception: The dictionary is not needed any more after set_param.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        leaves = {
            leaf.name: leaf for layer in self.layers for leaf in (layer.W, layer.b)
        }
        for name in list(p):
            leaves[name]
        while p:
            name, array = p.popitem()
            leaves[name].value = np.array(array)


# Chaff: first-part-of-name
# Misconception: A layer's name has no underscore of its own.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        layers = {layer.W.name.split("_")[0]: layer for layer in self.layers}
        for name in p:
            self.get_param()[name]
        for name, array in p.items():
            first, kind = name.split("_")[0], name.split("_")[-1]
            leaf = layers[first].W if kind == "W" else layers[first].b
            leaf.value = np.array(array)


# Chaff: equal-arrays-one-copy
# Misconception: Equal arrays need one copy only.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def get_param(self):
        seen = {}
        out = {}
        for layer in self.layers:
            for leaf in (layer.W, layer.b):
                key = (leaf.value.shape, leaf.value.tobytes())
                seen.setdefault(key, leaf.value.copy())
                out[leaf.name] = seen[key]
        return out


# Chaff: equal-gradients-one-array
# Misconception: The arrays for gradients are made once and filled anew by each call.
# Fails: task2-model-test-gradients
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        loss = self.loss(x, y)
        if not hasattr(self, "grads"):
            self.grads = {n: np.zeros_like(a) for n, a in self.get_param().items()}
        for n, g in loss.grad(1).items():
            self.grads[n][:] = g
        return self.grads, loss.value.item()


# Chaff: root
# Misconception: A squared error ends with a root.
# Fails: task2-two-layer-test-network, task2-model-test-gradients
# %% task2-two-layer
class TwoLayer(TwoLayer):
    def loss(self, x, y):
        return ((self.forward(x) - y) ** 2).mean() ** 0.5
