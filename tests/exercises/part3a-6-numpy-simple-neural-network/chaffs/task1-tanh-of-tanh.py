# Misconception: The derivative of tanh takes tanh of its argument once more.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def tanh_derivative(h):
    return 1 - np.tanh(h) ** 2
