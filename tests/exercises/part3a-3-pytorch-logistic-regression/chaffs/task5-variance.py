# Misconception: Features were divided by their variance.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    w_raw = w / std**2
    return w_raw, b - w_raw @ mean
