# Misconception: The way back is the way forward with the other factor.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = []
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        _, backward = layer_factors(n_in, n_out, variance, activation)
        squares.append(end)
        end = end * backward
    return np.array(squares)
