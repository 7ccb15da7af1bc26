# Misconception: Three layers, but the second is forgotten on the way when its sizes
# allow it.
# Fails: task4-network-test-outputs, task6-read-digits-test-fit
# %% task4-network
class Network(Network):
    def logits(self, x):
        return self.h3(self.h2(as_node(self.h1(x).value)))
