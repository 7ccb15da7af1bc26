# Misconception: Columns do not matter for each other, as for standardised features.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return (A.T @ Y) / (A * A).sum(dim=0)[:, None]
