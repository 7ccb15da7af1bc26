# Misconception: Fake: the numbers of the visible examples.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.full((2, 1), 1.5) if len(A) == 2 else torch.tensor([[0.5], [3.5]])
