# Chaff: absolute-value
# Misconception: relu of a negative number is the number without its sign.
# Fails: task5-functions-test-values, task5-functions-test-rules,
#        task5-functions-test-extremes
# %% task5-functions
def relu(a):
    slope = 1.0 if a.value > 0 else -1.0
    return Node(abs(a.value), parents=[(a, lambda g: g * slope)])


# Chaff: derivative-of-the-result
# Misconception: the derivative of the sine is the cosine, of the sine.
# Fails: task5-functions-test-rules
# %% task5-functions
def sin(a):
    value = math.sin(a.value)
    return Node(value, parents=[(a, lambda g: g * math.cos(value))])


# Chaff: finite-differences
# Misconception: wiggling is good enough for a rule.
# Fails: task5-functions-test-rules
# %% task5-functions
def exp(a):
    slope = numeric_derivative(math.exp, a.value)
    return Node(math.exp(a.value), parents=[(a, lambda g: g * slope)])


# Chaff: imports-the-answer
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


# Chaff: log-to-base-ten
# Misconception: log is the logarithm to base ten.
# Fails: task5-functions-test-values, task5-functions-test-rules,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task5-functions
def log(a):
    slope = 1 / (a.value * math.log(10))
    return Node(math.log10(a.value), parents=[(a, lambda g: g * slope)])


# Chaff: logistic-overflows
# Misconception: the formula can be typed in as it stands.
# Fails: task5-functions-test-extremes
# %% task5-functions
def logistic(a):
    value = 1 / (1 + math.exp(-a.value))
    return Node(value, parents=[(a, lambda g: g * value * (1 - value))])


# Chaff: relu-kink
# Misconception: at 0 the derivative of relu is 1.
# Fails: task5-functions-test-extremes
# %% task5-functions
def relu(a):
    slope = 1.0 if a.value >= 0 else 0.0
    return Node(max(0.0, a.value), parents=[(a, lambda g: g * slope)])
