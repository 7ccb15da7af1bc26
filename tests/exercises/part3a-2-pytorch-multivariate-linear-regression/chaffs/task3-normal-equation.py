# Misconception: The normal equation has a solution for any A.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.solve(A.T @ A, A.T @ Y)
