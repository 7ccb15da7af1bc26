# Misconception: Fake: the derivatives by dp's backward walk.
# Fails: task1-derivatives-test-kinks, task1-derivatives-test-smooth
# %% task1-derivatives
def tanh_derivative(z):
    return dp.Node(z, "z").tanh().sum().grad(1)["z"]


def relu_derivative(z):
    return dp.Node(z, "z").relu().sum().grad(1)["z"]
