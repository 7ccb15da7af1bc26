# Misconception: The pseudo-inverse of A^T A is as exact as that of A.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.pinv(A.T @ A) @ A.T @ Y
