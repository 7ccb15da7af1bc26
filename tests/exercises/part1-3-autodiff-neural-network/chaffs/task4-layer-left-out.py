# Misconception: Three layers, but the second is forgotten on the way when its sizes
# allow it.
# Fails: task4-network-test-outputs, task6-read-digits-test-fit
# %% task4-network
class Network(Model):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, seed=0):
        super().__init__(seed)
        self.h1 = self.ReLu_Layer(n_in, n_hidden1, "h1")
        self.h2 = self.ReLu_Layer(n_hidden1, n_hidden2, "h2")
        self.h3 = self.Linear_Layer(n_hidden2, n_out, "h3")

    def logits(self, x):
        return self.h3(self.h2(as_node(self.h1(x).value)))

    def forward(self, x):
        return self.logits(x).softmax()

    def loss(self, x, y):
        return cross_entropy_from_logits(self.logits(x), y)
