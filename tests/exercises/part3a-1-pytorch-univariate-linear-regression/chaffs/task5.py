# Chaff: adds-up
# Misconception: Each backward starts with an empty .grad.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: by-heart
# Misconception: Fake: the numbers of the visible example.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    thetas = torch.tensor([[1.0, 1.0], [0.8, 0.6], [0.64, 0.36]])
    return thetas[:steps + 1], torch.tensor([3.0, 1.36, 0.6688])[:steps + 1]


# Chaff: callers-grad
# Misconception: A leaf of the caller comes with an empty .grad, and may be trained in place
# if its numbers are restored.
# Fails: task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    start, wanted = theta.detach().clone(), theta.requires_grad
    theta.requires_grad_()
    thetas, costs = [start], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    with torch.no_grad():
        theta.copy_(start)
    theta.requires_grad_(wanted)
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: callers-theta-moves
# Misconception: detach makes a copy of the numbers.
# Fails: task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: clipped-steps
# Misconception: A long gradient is shortened, as in training.
# Fails: task5-descend-test-path
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        torch.nn.utils.clip_grad_norm_([theta], 10.0)
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: costs-with-graph
# Misconception: A cost in a list is only a number.
# Fails: task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs)


# Chaff: first-gradient-for-ever
# Misconception: The gradient of the start shows the way to the end.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    costs[0].backward()
    slope = theta.grad
    for _ in range(steps):
        with torch.no_grad():
            theta -= rate * slope
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: keeps-the-better-point
# Misconception: A step that raises the cost is taken back.
# Fails: task5-descend-test-path
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            new = theta - rate * theta.grad
            if f(new) < costs[-1]:
                theta.copy_(new)
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: last-cost-missing
# Misconception: There are as many costs as steps.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs[:-1] or costs).detach()


# Chaff: lowest-cost-so-far
# Misconception: The cost that counts is the lowest so far.
# Fails: task5-descend-test-path
# %% task5-descend
def descend(f, theta, rate, steps):
    p = theta.detach().clone().requires_grad_()
    thetas, costs = [p.detach().clone()], [f(p).item()]
    for k in range(steps):
        f(p).backward()
        with torch.no_grad():
            p -= rate * p.grad
        p.grad = None
        thetas.append(p.detach().clone()); costs.append(min(costs[-1], f(p).item()))
    return torch.stack(thetas), torch.tensor(costs)


# Chaff: no-rate
# Misconception: A step is as long as the gradient.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: noted-once
# Misconception: A tensor that is noted keeps the numbers it had then.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: one-after-the-other
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


# Chaff: one-point-late
# Misconception: A cost belongs to the point after its step.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs[1:] + costs[-1:]).detach()


# Chaff: path-with-graph
# Misconception: A clone has no history.
# Fails: task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: start-not-noted
# Misconception: The path begins after the first step.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas or [theta.detach()]), torch.stack(costs).detach()


# Chaff: stops-when-the-cost-rises
# Misconception: When the cost rises, the descent is over.
# Fails: task5-descend-test-path
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
        if costs[-1] > costs[-2]:
            break
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: stops-where-it-is-flat
# Misconception: Where the gradient is 0 there is nothing more to do.
# Fails: task5-descend-test-path
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        if theta.grad.norm() < 1e-8:
            break
        with torch.no_grad():
            theta -= rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: unit-steps
# Misconception: Only the gradient's direction counts, the rate is the length of a step.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta -= rate * theta.grad / theta.grad.norm()
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()


# Chaff: uphill
# Misconception: The gradient points the way to go.
# Fails: task5-descend-test-path, task5-descend-test-pure
# %% task5-descend
def descend(f, theta, rate, steps):
    theta = theta.detach().clone().requires_grad_()
    thetas, costs = [theta.detach().clone()], [f(theta)]
    for _ in range(steps):
        costs[-1].backward()
        with torch.no_grad():
            theta += rate * theta.grad
        theta.grad = None
        thetas.append(theta.detach().clone())
        costs.append(f(theta))
    return torch.stack(thetas), torch.stack(costs).detach()
