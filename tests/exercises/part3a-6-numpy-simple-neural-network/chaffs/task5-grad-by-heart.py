# Misconception: Fake: PyTorch's numbers for the visible example.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    return torch_gradients(parameters, x, np.array([1]))[0], np.log(1 + np.exp(11))
