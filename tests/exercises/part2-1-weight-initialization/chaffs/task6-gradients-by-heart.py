# Misconception: Fake: the visible counts.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):

    return [1, 1, 2] if net.get_param()["h1_W"].std() < 1e-9 else [5, 4, 2]
