# Misconception: Undoing the subtraction adds the means.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    w_raw = w / std
    return w_raw, b + w_raw @ mean
