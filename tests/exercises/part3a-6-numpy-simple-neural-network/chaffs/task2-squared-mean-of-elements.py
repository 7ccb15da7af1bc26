# Misconception: The mean goes over all elements, as in PyTorch's mse_loss.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).mean() / 2, (O - Y) / O.size
