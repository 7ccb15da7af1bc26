# Misconception: The signal of the cost has to pass an activation, too.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(kept[-1], y)
    signal = signal * relu_derivative(kept[-1])
    return backward(parameters, kept, signal, relu_derivative), loss
