# Misconception: g is no longer needed, so it can be multiplied in place.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def negate(a):
    def rule(g):
        g *= -1
        return g

    return Node(-a.value, parents=[(a, rule)])
