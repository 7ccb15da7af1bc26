# Misconception: Between layer k and the one before stands the weight of the one before.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(1, len(variances))):
        _, backward = layer_factors(sizes[k - 1], sizes[k], variances[k - 1], activation)
        squares.insert(0, squares[0] * backward)
    return np.array(squares)
