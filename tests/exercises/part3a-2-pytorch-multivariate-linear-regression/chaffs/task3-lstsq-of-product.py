# Misconception: lstsq may be given the normal equation.
# Fails: task3-smallest-test-values
# %% task3-smallest
def smallest_solution(A, Y):
    return torch.linalg.lstsq(A.T @ A, A.T @ Y).solution
