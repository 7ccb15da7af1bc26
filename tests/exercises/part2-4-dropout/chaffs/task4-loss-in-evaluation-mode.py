# Misconception: The loss is always computed without dropout.
# Fails: task4-dropout-network-test-gradients
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def loss(self, x, y):
        mode, self.training = self.training, False
        loss = super().loss(x, y)
        self.training = mode
        return loss
