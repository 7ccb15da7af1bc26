# Misconception: Recursion is deep enough for any graph.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    found, seen = [], {None}

    def visit(function):
        if function in seen:
            return
        seen.add(function)
        if hasattr(function, "variable"):
            found.append(function.variable)
        for operand, _ in function.next_functions:
            visit(operand)

    visit(output.grad_fn)
    return found
