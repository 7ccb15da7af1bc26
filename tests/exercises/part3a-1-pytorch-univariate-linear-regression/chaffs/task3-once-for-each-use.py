# Misconception: Each function node is met once, so a leaf cannot be found twice.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, waiting = [], [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if hasattr(function, "variable"):
            found.append(function.variable)
        waiting.extend(f for f, _ in function.next_functions if f is not None)
    return found
