# Misconception: next_functions of the output holds all leaves.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if output.grad_fn is None:
        return [output] if output.requires_grad else []
    return [pair[0].variable for pair in output.grad_fn.next_functions
            if hasattr(pair[0], "variable")]
