# Misconception: Dropout alone counts as an activation: the network stays linear.
# Fails: task2-network-test-outputs
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(layer(x))
        return self.layers[-1](x)
