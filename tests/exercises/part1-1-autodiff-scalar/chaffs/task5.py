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
# Fails: task5-functions-test-rules, task5-functions-test-extremes
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
#        task10-fit-unit-test-loss, task10-fit-unit-test-path,
#        task5-functions-test-extremes
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


# Chaff: limited-exponential
# Misconception: an exponent is limited, lest it overflow.
# Fails: task5-functions-test-extremes
# %% task5-functions
def exp(a):
    value = math.exp(max(-500, min(a.value, 500)))
    return Node(value, parents=[(a, lambda g: g * value)])


# Chaff: logarithm-kept-from-zero
# Misconception: an argument of the logarithm is kept away from 0.
# Fails: task5-functions-test-extremes, task10-fit-unit-test-loss
# %% task5-functions
def log(a):
    v = max(a.value, 1e-12)
    return Node(math.log(v), parents=[(a, lambda g: g / v)])


# Chaff: limited-probability
# Misconception: a probability is kept away from 0 and 1.
# Fails: task5-functions-test-extremes, task10-fit-unit-test-loss
# %% task5-functions
def logistic(a):
    value = (1 + math.tanh(a.value / 2)) / 2
    value = min(max(value, 1e-15), 1 - 1e-15)
    return Node(value, parents=[(a, lambda g: g * value * (1 - value))])


# Chaff: limits-its-operand
# Misconception: the operand itself may be limited.
# Fails: task5-functions-test-extremes
# %% task5-functions
def logistic(a):
    a.value = min(max(a.value, -500), 500)
    value = 1 / (1 + math.exp(-a.value))
    return Node(value, parents=[(a, lambda g: g * value * (1 - value))])


# Chaff: hands-its-operand-on
# Misconception: where relu changes nothing, its operand is the result.
# Fails: task5-functions-test-values, task5-functions-test-extremes
# %% task5-functions
def relu(a):
    if a.value > 0:
        return a
    return Node(0.0, parents=[(a, lambda g: 0.0 * g)])


# Chaff: cut-off
# Misconception: where a derivative is 0, the graph can end.
# Fails: task5-functions-test-values, task5-functions-test-extremes
# %% task5-functions
def relu(a):
    if a.value > 0:
        return Node(a.value, parents=[(a, lambda g: g)])
    return Node(0.0)


# Chaff: named-result
# Misconception: a result is called by its function.
# Fails: task5-functions-test-values
# %% task5-functions
def exp(a):
    value = math.exp(a.value)
    return Node(value, "exp", parents=[(a, lambda g: g * value)])


# Chaff: signal-without-sign
# Misconception: the derivative of the logarithm is positive, and so is what it sends.
# Fails: task5-functions-test-rules, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task5-functions
def log(a):
    return Node(math.log(a.value), parents=[(a, lambda g: abs(g / a.value))])


# Chaff: value-in-a-global
# Misconception: one place is enough for the value that a rule needs.
# Fails: task5-functions-test-rules
# %% task5-functions
def exp(a):
    global value
    value = math.exp(a.value)
    return Node(value, parents=[(a, lambda g: g * value)])


# Chaff: leaves-only
# Misconception: a function is applied to leaves.
# Fails: task5-functions-test-rules, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task5-functions
def logistic(a):
    value = (1 + math.tanh(a.value / 2)) / 2
    return Node(
        value, parents=[(a, lambda g: g * value * (1 - value))] if not a.parents else []
    )
