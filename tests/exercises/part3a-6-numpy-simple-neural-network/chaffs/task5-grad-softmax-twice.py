# Misconception: The cost takes probabilities.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    O = np.exp(kept[-1] - kept[-1].max(axis=1, keepdims=True))
    loss, signal = cross_entropy(O / O.sum(axis=1, keepdims=True), y)
    return backward(parameters, kept, signal, relu_derivative), loss
