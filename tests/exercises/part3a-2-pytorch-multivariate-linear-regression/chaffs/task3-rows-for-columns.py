# Misconception: The matrix is A A^T.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return A.T @ torch.linalg.solve(A @ A.T + 1e-3 * torch.eye(len(A)), Y)
