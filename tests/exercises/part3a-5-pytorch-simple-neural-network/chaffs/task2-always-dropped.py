# Misconception: F.dropout drops in evaluation mode, too, unless it is told the mode.
# Fails: task2-network-test-outputs, task2-network-test-dropout, task5-fit-test-best
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.dropout(torch.relu(layer(x)), self.dropout.p)
        return self.layers[-1](x)
