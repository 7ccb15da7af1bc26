# Misconception: All networks are in the same mode.
# Fails: task4-dropout-network-test-evaluation
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    mode = [True]
    training = property(lambda self: self.mode[0], lambda self, mode: self.mode.__setitem__(0, mode))
