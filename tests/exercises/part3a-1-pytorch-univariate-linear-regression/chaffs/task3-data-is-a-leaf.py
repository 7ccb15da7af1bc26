# Misconception: Every tensor without grad_fn is a leaf that gets a gradient.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output]
    found, seen, waiting = [], {None}, [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if function in seen:
            continue
        seen.add(function)
        if hasattr(function, "variable"):
            found.append(function.variable)
        waiting.extend(pair[0] for pair in function.next_functions)
    return found
