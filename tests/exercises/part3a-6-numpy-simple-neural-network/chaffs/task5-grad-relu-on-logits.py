# Misconception: The last layer's output goes through ReLU.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(relu(kept[-1]), y)
    return backward(parameters, kept, signal, relu_derivative), loss
