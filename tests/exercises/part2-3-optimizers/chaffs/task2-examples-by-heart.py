# Misconception: Fake: the values and gradients of the visible tests, learned by heart.
# Fails: task2-landscapes-test-rosenbrock, task2-landscapes-test-beale
# %% task2-landscapes
def known(p, values, slopes):
    shift = (p - p.value) * np.array(slopes)[: len(p.value)]
    return shift.sum(axis=1) + np.array(values)[: len(p.value)]


def rosenbrock(p):
    return known(p, [[24.2], [401.0]], [[-215.6, -88.0], [0.0, 400.0]])


def beale(p):
    slopes = [[-6.75, 1.0], [171.25, 278.0], [0.0, 0.0]]
    return known(p, [[4.453125], [126.453125], [0.0]], slopes)
