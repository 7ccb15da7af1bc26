# Misconception: The bias is scaled like a weight.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    w_raw = w / std
    return w_raw, (b - w @ mean) / std.mean()
