# Misconception: The weights may be changed.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    w /= std
    return w, b - w @ mean
