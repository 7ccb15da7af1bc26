# Misconception: The other form of dropout: times 1 - rate in evaluation mode.
# Fails: task2-network-test-outputs, task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(torch.relu(layer(x)))
            x = x * (1 - self.dropout.p)
        return self.layers[-1](x)
