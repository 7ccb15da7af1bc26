# Misconception: A^T Y is the solution.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return A.T @ Y
