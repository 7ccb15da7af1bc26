# Misconception: Fake: the numbers of the visible example.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return torch.tensor([[0.5], [3.5]])
