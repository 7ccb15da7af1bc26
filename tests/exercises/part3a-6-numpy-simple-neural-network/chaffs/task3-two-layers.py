# Misconception: A network has a hidden layer and an output layer.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    (W1, b1), (W2, b2) = parameters[0], parameters[-1]
    h = activation(x @ W1 + b1)
    return [x, h, h @ W2 + b2]
