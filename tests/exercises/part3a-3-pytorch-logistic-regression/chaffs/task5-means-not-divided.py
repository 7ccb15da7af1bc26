# Misconception: The means meet the weights that were trained.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    return w / std, b - w @ mean
