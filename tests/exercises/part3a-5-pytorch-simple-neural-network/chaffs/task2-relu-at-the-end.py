# Misconception: The logits pass a ReLU, too.
# Fails: task2-network-test-outputs, task5-fit-test-best
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(torch.relu(layer(x)))
        return torch.relu(self.layers[-1](x))
