# Misconception: A small number on the diagonal chooses the smallest solution.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.solve(A.T @ A + 1e-9 * torch.eye(A.shape[1]), A.T @ Y)
