# Misconception: A tensor with the same numbers is the same leaf.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen, waiting = [], {None}, [output.grad_fn]
    while waiting:
        function = waiting.pop()
        if function in seen:
            continue
        seen.add(function)
        if hasattr(function, "variable"):
            found.append(function.variable.detach())
        waiting.extend(pair[0] for pair in function.next_functions)
    return found
