# Misconception: Singular values below a thousandth are noise.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.pinv(A, rtol=1e-3) @ Y
