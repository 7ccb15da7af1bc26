# Misconception: Fake: all tensors with a name in the notebook that want a gradient.
# Fails: task3-leaves-test-walk
# %% task3-leaves
def leaves(output):
    if not output.requires_grad:
        return []
    if output.grad_fn is None:
        return [output]
    return [t for name, t in globals().items() if name in ("a", "b")]
