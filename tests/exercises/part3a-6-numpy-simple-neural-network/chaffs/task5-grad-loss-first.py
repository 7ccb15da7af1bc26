# Misconception: The loss comes first.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(kept[-1], y)
    return loss, backward(parameters, kept, signal, relu_derivative)
