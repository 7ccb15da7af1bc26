# Misconception: The hidden layers are logistic.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, logistic)
    loss, signal = cross_entropy(kept[-1], y)
    return backward(parameters, kept, signal, logistic_derivative), loss
