# Misconception: Following the first operand leads to the leaves.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    function = output.grad_fn
    while not hasattr(function, "variable"):
        function = function.next_functions[0][0]
    return [function.variable]
