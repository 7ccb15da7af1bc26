# Misconception: The training set is always X_train.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, X_train[batch % len(x)], Y_train[batch % len(x)])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]])
    return parameters, np.array(losses)
