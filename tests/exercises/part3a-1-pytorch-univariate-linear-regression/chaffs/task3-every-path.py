# Misconception: It is enough to list each leaf once; that function nodes are visited again
# costs little.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, waiting = {}, [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if hasattr(function, "variable"):
            found[id(function.variable)] = function.variable
        waiting.extend(f for f, _ in function.next_functions if f is not None)
    return list(found.values())
