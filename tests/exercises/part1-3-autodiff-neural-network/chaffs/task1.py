# Chaff: always-relu
# Misconception: Every layer of a network ends with relu.
# Fails: task1-layer-test-gradients, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = x @ self.W + self.b
        return relu(output)


# Chaff: column-convention
# Misconception: W has one row for each output, as in the formula W h for a column.
# Fails: task1-layer-test-gradients, task1-layer-test-leaves, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task4-network-test-outputs
# %% task1-layer
class NeuralNode:
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.W = Node(he(n_in, n_out, rng).T, name + "_W")
        self.b = Node(np.zeros((1, n_out)), name + "_b")
        self.activation = activation

    def __call__(self, x):
        output = x @ self.W.T + self.b
        return output if self.activation is None else self.activation(output)


# Chaff: example-by-heart
# Misconception: Fake: the visible example's numbers in place of a computation.
# Fails: task1-layer-test-gradients, task1-layer-test-leaves, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = Node([[5.0, 0.0 if self.activation else -1.0]])
        return output


# Chaff: first-weights-for-ever
# Misconception: What the constructor made may be kept outside the leaf.
# Fails: task1-layer-test-gradients, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode:
    def __init__(self, n_in, n_out, name, rng, activation=None):
        weights = he(n_in, n_out, rng)
        self.W, self.b = (
            Node(weights, name + "_W"),
            Node(np.zeros((1, n_out)), name + "_b"),
        )
        W, b = Node(weights, name + "_W"), self.b
        self.compute = lambda x: x @ W + b
        self.activation = activation

    def __call__(self, x):
        output = self.compute(x)
        return output if self.activation is None else self.activation(output)


# Chaff: from-dp
# Misconception: Fake: the layer is imported from dp.
# Fails: task1-layer-test-gradients, task1-layer-test-leaves, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task3-cross-entropy-test-gradients,
#        task3-cross-entropy-test-log-softmax, task3-cross-entropy-test-loss,
#        task4-network-test-outputs, task4-train-test-steps, task5-mini-batches-test-cuts,
#        task5-mini-batches-test-steps, task6-read-digits-test-accuracy,
#        task6-read-digits-test-fit
# %% task1-layer
import dp


class NeuralNode(dp.NeuralNode):
    def __init__(self, n_in, n_out, name, rng, activation=None):
        super().__init__(n_in, n_out, name, activation, random=rng)


# Chaff: input-cut-off
# Misconception: Only the layer's own parameters need a signal, so x may be a plain
# array.
# Fails: task1-layer-test-gradients, task2-model-test-gradients,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = as_node(x).value @ self.W + self.b
        return output if self.activation is None else self.activation(output)


# Chaff: no-bias
# Misconception: The bias starts with 0, so it need not be added.
# Fails: task1-layer-test-gradients, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = x @ self.W
        return output if self.activation is None else self.activation(output)


# Chaff: one-name
# Misconception: Both leaves belong to the layer, so both carry its name.
# Fails: task1-layer-test-leaves, task1-layer-test-gradients,
#        task2-model-test-parameters, task2-two-layer-test-network,
#        task2-model-test-gradients, task4-network-test-outputs,
#        task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.W = Node(he(n_in, n_out, rng), name)
        self.b = Node(np.zeros((1, n_out)), name)
        self.activation = activation


# Chaff: random-bias
# Misconception: Biases are drawn at random as the weights are.
# Fails: task1-layer-test-leaves, task2-model-test-parameters, task2-two-layer-test-network,
#        task4-network-test-outputs
# %% task1-layer
class NeuralNode(NeuralNode):
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.W = Node(he(n_in, n_out, rng), name + "_W")
        self.b = Node(0.1 * he(1, n_out, rng), name + "_b")
        self.activation = activation


# Chaff: relu-is-meant
# Misconception: An activation that is given is relu.
# Fails: task1-layer-test-values, task1-layer-test-gradients
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = x @ self.W + self.b
        return output if self.activation is None else output.relu()


# Chaff: values-only
# Misconception: A new node around the right numbers is as good as a graph.
# Fails: task1-layer-test-gradients, task2-model-test-gradients,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = Node(as_node(x).value @ self.W.value + self.b.value)
        return output if self.activation is None else self.activation(output)


# Chaff: shared-by-class
# Misconception: What the class keeps is kept for each layer.
# Fails: task1-layer-test-values, task2-model-test-gradients,
#        task2-model-test-parameters, task2-two-layer-test-network,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode:
    def __init__(self, n_in, n_out, name, rng, activation=None):
        NeuralNode.W = Node(he(n_in, n_out, rng), name + "_W")
        NeuralNode.b = Node(np.zeros((1, n_out)), name + "_b")
        NeuralNode.activation = activation

    def __call__(self, x):
        output = x @ NeuralNode.W + NeuralNode.b
        return (
            output if NeuralNode.activation is None else NeuralNode.activation(output)
        )


# Chaff: one-pair-for-each-name
# Misconception: A layer's name and sizes say which W and b it has.
# Fails: task1-layer-test-values, task2-model-test-parameters, task2-two-layer-test-network,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
MADE = {}


class NeuralNode(NeuralNode):
    def __init__(self, n_in, n_out, name, rng, activation=None):
        if (name, n_in, n_out) not in MADE:
            MADE[name, n_in, n_out] = (
                Node(he(n_in, n_out, rng), name + "_W"),
                Node(np.zeros((1, n_out)), name + "_b"),
            )
        self.W, self.b = MADE[name, n_in, n_out]
        self.activation = activation


# Chaff: input-copied
# Misconception: A node with the same array and name can take the place of x.
# Fails: task1-layer-test-gradients, task2-model-test-gradients,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        x = as_node(x)
        x = Node(x.value, x.name)
        output = x @ self.W + self.b
        return output if self.activation is None else self.activation(output)


# Chaff: last-input-only
# Misconception: A layer is called once, so it may remember its input for the rules.
# Fails: task1-layer-test-gradients
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        self.x = as_node(x)
        output = Node(
            self.x.value @ self.W.value + self.b.value,
            parents=[
                (self.x, lambda g: g @ self.W.value.T),
                (self.W, lambda g: self.x.value.T @ g),
                (self.b, lambda g: g.sum(axis=0, keepdims=True)),
            ],
        )
        return output if self.activation is None else self.activation(output)


# Chaff: bias-of-zero-left-out
# Misconception: Adding 0 changes nothing, so a bias of 0 can be left out.
# Fails: task1-layer-test-gradients, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = x @ self.W
        if self.b.value.any():
            output = output + self.b
        return output if self.activation is None else self.activation(output)


# Chaff: same-array-again
# Misconception: The same array has the same numbers, so its node can be kept.
# Fails: task1-layer-test-values
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        if not hasattr(self, "x") or self.x[0] is not x:
            self.x = x, as_node(x)
        output = self.x[1] @ self.W + self.b
        return output if self.activation is None else self.activation(output)


# Chaff: z-clipped
# Misconception: Values beyond 50 are cut off, so that nothing overflows.
# Fails: task1-layer-test-values, task2-model-test-gradients, task4-network-test-outputs
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        z = x @ self.W + self.b
        z = z * (np.abs(z.value) <= 50) + np.clip(z.value, -50, 50) * (np.abs(z.value) > 50)
        return z if self.activation is None else self.activation(z)


# Chaff: node-of-node
# Misconception: Node(x) makes a node of whatever x is.
# Fails: task1-layer-test-values, task1-layer-test-gradients,
#        task2-two-layer-test-network, task2-model-test-gradients,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        z = Node(x) @ self.W + self.b
        return z if self.activation is None else self.activation(z)
