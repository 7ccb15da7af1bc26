# Misconception: Only the first hidden layer is dropped.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
            if layer is self.layers[0]:
                x = self.dropout(x)
        return self.layers[-1](x)
