# Misconception: The derivative of tanh is one minus its value.
# Fails: task1-derivatives-test-slopes
# %% task1-derivatives
def tanh_derivative(h):
    return 1 - h
