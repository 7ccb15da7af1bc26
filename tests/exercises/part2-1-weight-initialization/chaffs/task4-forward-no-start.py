# Misconception: The start is 1.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [1.0]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        forward, _ = layer_factors(n_in, n_out, variance, activation)
        squares.append(squares[-1] * forward)
    return np.array(squares[1:])
