# Misconception: The output needs no logistic function, the loss has it.
# Fails: task3-network-test-outputs
# %% task3-network
class DeepNetwork(DeepNetwork):
    def forward(self, x):
        return self.logits(x)
