# Misconception: (a fake) The course's library has a softmax.
# Fails: task6-functions-test-extremes, task6-functions-test-signals,
#        task6-functions-test-values, task7-figure-one-test-by-hand,
#        task7-figure-one-test-graph
# %% task6-functions
import dp


def softmax(a):
    value = dp.Node(a.value).softmax().value

    def rule(g):
        leaf = dp.Node(a.value, "a")
        return (leaf.softmax() * g).sum().grad(1)["a"]

    return Node(value, parents=[(a, rule)])
