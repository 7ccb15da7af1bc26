# Misconception: The bias has nothing to do with the features.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    return w / std, b
