# Misconception: The logits are dropped, too.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(torch.relu(layer(x)))
        return self.dropout(self.layers[-1](x))
