# Misconception: forward gives the output of the last layer.
# Fails: task4-network-test-outputs, task6-read-digits-test-fit
# %% task4-network
class Network(Network):
    def forward(self, x):
        return self.logits(x)
