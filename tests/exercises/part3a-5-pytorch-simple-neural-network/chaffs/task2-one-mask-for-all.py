# Misconception: One mask for the whole batch.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
            x = x * self.dropout(torch.ones(x.shape[1]))
        return self.layers[-1](x)
