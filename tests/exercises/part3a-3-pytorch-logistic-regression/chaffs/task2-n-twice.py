# Misconception: Each derivative is multiplied by n once more.
# Fails: task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    (first,) = torch.autograd.grad(len(z) * loss(z, y), z, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), z)
    return first.detach().numpy(), len(z) * second.numpy()
