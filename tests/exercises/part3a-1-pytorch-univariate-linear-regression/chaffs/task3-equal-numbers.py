# Misconception: Leaves with equal numbers are one leaf.
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
            if not any(torch.equal(function.variable, leaf) for leaf in found):
                found.append(function.variable)
        waiting.extend(pair[0] for pair in function.next_functions)
    return found
