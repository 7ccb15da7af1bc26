# Misconception: The signal must still be divided by the number of examples.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(kept[-1], y)
    signal = signal / len(x)
    return backward(parameters, kept, signal, relu_derivative), loss
