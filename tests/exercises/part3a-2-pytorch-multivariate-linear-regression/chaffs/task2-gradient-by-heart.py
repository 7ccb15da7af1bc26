# Misconception: Fake: the numbers of the visible example.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    return torch.tensor([[0.0], [-4.0]]), torch.tensor([[-2.0]])
