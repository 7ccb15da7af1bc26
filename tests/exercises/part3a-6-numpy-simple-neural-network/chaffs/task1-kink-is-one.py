# Misconception: At its kink ReLU has the derivative 1.
# Fails: task1-derivatives-test-slopes, task5-get-grad-test-pair
# %% task1-derivatives
def relu_derivative(h):
    return np.where(h >= 0, 1.0, 0.0)
