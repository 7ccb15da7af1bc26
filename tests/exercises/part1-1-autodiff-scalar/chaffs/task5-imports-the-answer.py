# Misconception: what dp can do, need not be written.
# Fails: task5-functions-test-values, task5-functions-test-rules,
#        task5-functions-test-extremes, task6-visits-test-counts,
#        task7-order-test-order, task8-gradient-test-values,
#        task8-gradient-test-scale, task9-newton-test-loop, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task5-functions
import dp


def tanh(a):
    leaf = dp.Node(a.value, "x")
    result = leaf.tanh()
    slope = result.grad(1)["x"].item()
    return Node(result.value.item(), parents=[(a, lambda g: g * slope)])
