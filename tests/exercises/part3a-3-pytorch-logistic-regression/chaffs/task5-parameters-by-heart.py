# Misconception: The numbers of the visible check are learned by heart.
# Fails: task5-boundary-test-parameters
# %% task5-boundary
def raw_parameters(w, b, mean, std):
    return np.array([0.5, -0.2]), -0.5
