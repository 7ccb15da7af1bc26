# Misconception: Every loss has the derivatives of the cross-entropy.
# Fails: task2-derivatives-test-first, task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    z, y = torch.tensor(z, requires_grad=True), torch.tensor(y)
    o = torch.sigmoid(z).detach()
    return (o - y).numpy(), (o * (1 - o)).numpy()
