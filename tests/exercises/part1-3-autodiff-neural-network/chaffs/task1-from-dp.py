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
