# Misconception: Every activation has the derivative h (1 - h).
# Fails: task1-derivatives-test-slopes, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task1-derivatives
def relu_derivative(h):
    return h * (1 - h)
