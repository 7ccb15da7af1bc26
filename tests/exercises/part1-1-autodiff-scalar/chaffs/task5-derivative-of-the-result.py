# Misconception: the derivative of the sine is the cosine, of the sine.
# Fails: task5-functions-test-rules
# %% task5-functions
def sin(a):
    value = math.sin(a.value)
    return Node(value, parents=[(a, lambda g: g * math.cos(value))])
