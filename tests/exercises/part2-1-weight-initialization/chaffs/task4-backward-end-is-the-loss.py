# Misconception: The end is the signal behind the last hidden layer.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(0, len(variances))):
        _, backward = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares.insert(0, squares[0] * backward)
    return np.array(squares[:-1])
