# Misconception: The parameters are changed one after the other, each with a new gradient.
# Fails: task5-descend-test-path
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        for i in range(len(theta)):
            theta.grad = None
            f(theta).backward()
            with torch.no_grad():
                theta[i] -= rate * theta.grad[i]
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()
