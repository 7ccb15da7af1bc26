# Misconception: Fake: the grid of the visible example.
# Fails: task2-grid-test-values
# %% task2-grid
def cost_grid(theta0s, theta1s, x, y):
    return torch.tensor([[2.0, 0.5, 0.0], [1.0, 0.5, 1.0]])
