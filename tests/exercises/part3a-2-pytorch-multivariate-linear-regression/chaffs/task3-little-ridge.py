# Misconception: A little on the diagonal makes the system safe and changes nothing.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return torch.linalg.solve(A.T @ A + 1e-6 * torch.eye(A.shape[1]), A.T @ Y)
