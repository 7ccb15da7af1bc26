# Misconception: float32 is PyTorch's type of numbers.
# Fails: task3-normal-test-values
# %% task3-normal
def normal_equation(A, Y):
    return torch.linalg.solve((A.T @ A).float(), (A.T @ Y).float()).double()
