# Misconception: Fake: a rule that differentiates by wiggling.
# Fails: task3-cross-entropy-test-loss
# %% task3-cross-entropy
def cross_entropy(O, Y):
    def f(o):
        return -(Y * np.log(o)).sum() / len(Y)

    def rule(g):
        slopes, h = np.zeros_like(O.value), 1e-6
        for place in np.ndindex(slopes.shape):
            step = np.zeros_like(slopes)
            step[place] = h * O.value[place]
            slopes[place] = (f(O.value + step) - f(O.value - step)) / (2 * step[place])
        return g * slopes

    return Node(f(O.value), parents=[(O, rule)])
