# Misconception: What is kept is not divided by 1 - rate.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
            if self.training:
                x = x * (torch.rand(x.shape) >= self.dropout.p)
        return self.layers[-1](x)
