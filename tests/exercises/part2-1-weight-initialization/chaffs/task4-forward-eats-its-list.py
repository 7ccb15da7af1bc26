# Misconception: A list that a function gets belongs to it.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    sizes, squares = list(sizes), []
    variances = variances if isinstance(variances, list) else list(variances)
    while variances:
        forward, _ = layer_factors(sizes[0], sizes[1], variances.pop(0), activation)
        sizes = sizes[1:]
        start = start * forward
        squares.append(start)
    return np.array(squares)
