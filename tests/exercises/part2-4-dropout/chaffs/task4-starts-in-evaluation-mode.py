# Misconception: A new network is ready for use.
# Fails: task4-dropout-network-test-evaluation, task4-dropout-network-test-gradients,
#        task4-dropout-network-test-training
# %% task4-dropout-network
class DropoutNetwork(DropoutNetwork):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.training = False
