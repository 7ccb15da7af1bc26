# Misconception: forward returns probabilities, of which the loss takes softmax again.
# Fails: task2-network-test-outputs, task2-network-test-dropout, task5-fit-test-best
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(torch.relu(layer(x)))
        return torch.softmax(self.layers[-1](x), dim=1)
