# Misconception: The bound is the root of 3 over the fan-in, without ReLU's 2.
# Fails: task5-he-test-draws
# %% task5-he
def he_uniform(n_in, n_out, rng):
    bound = np.sqrt(3 / n_in)
    return rng.uniform(-bound, bound, (n_in, n_out))
