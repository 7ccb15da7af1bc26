# Misconception: The squared error is good enough for one-hot labels.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = squared_error(kept[-1], y)
    return backward(parameters, kept, signal, relu_derivative), loss
