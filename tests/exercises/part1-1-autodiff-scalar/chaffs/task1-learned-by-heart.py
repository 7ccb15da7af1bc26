# Misconception: the example's number is the answer.
# Fails: task1-numeric-derivative-test-values, task1-numeric-derivative-test-accuracy
# %% task1-numeric-derivative
def numeric_derivative(f, x, h=1e-5):
    return 12.01
