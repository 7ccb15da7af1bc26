# Misconception: theta is a vector.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return torch.linalg.solve(A.T @ A, A.T @ Y)[:, 0]
