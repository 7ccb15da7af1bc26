# Chaff: best-score-only
# Misconception: The best R² is enough.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(X_val @ W + b, Y_val) for W, b in fits])
    return lams[scores.argmax()], scores.max()


# Chaff: bias-has-a-price
# Misconception: The bias is a parameter like the others.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    A = torch.cat([torch.ones(len(X), 1), X], dim=1)
    price = lam * torch.eye(A.shape[1])
    theta = torch.linalg.solve(A.T @ A / len(A) + price, A.T @ Y / len(A))
    return theta[1:], theta[:1]


# Chaff: bias-is-mean
# Misconception: The bias is the mean of the target.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X - mean, X.shape
    W = torch.linalg.solve(C.T @ C / n + lam * torch.eye(d), C.T @ Y / n)
    return W, Y.mean(dim=0, keepdim=True)


# Chaff: bias-left-out
# Misconception: What has no price needs no group.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": 2 * lam}]


# Chaff: both
# Misconception: All parameters decay.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": linear.parameters(), "weight_decay": 2 * lam}]


# Chaff: costs-for-scores
# Misconception: A score is the mean squared error.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([-F.mse_loss(X_val @ W + b, Y_val) for W, b in fits])
    return lams[scores.argmax()], scores


# Chaff: default-of-the-optimizer
# Misconception: A group without weight_decay has none.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": 2 * lam},
            {"params": [linear.bias]}]


# Chaff: divided
# Misconception: The price is shared by all weights.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": 2 * lam / linear.weight.numel()},
            {"params": [linear.bias], "weight_decay": 0}]


# Chaff: double-price
# Misconception: The derivative of the square puts 2 lambda on the diagonal, while C^T C
# keeps its factor.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X - mean, X.shape
    W = torch.linalg.solve(C.T @ C / n + 2 * lam * torch.eye(d), C.T @ Y / n)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W


# Chaff: flat-bias-of-ridge
# Misconception: The bias has one axis.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X - mean, X.shape
    W = torch.linalg.solve(C.T @ C / n + lam * torch.eye(d), C.T @ Y / n)
    return W, Y.mean(dim=0) - (mean @ W)[0]


# Chaff: groups-by-heart
# Misconception: Fake: the number of the visible example.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": 6.0},
            {"params": [linear.bias], "weight_decay": 0}]


# Chaff: half
# Misconception: Half of the price, since the cost has a square.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": lam / 2},
            {"params": [linear.bias], "weight_decay": 0}]


# Chaff: half-price
# Misconception: The price is lambda / 2, as for weight_decay.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X - mean, X.shape
    W = torch.linalg.solve(C.T @ C / n + lam / 2 * torch.eye(d), C.T @ Y / n)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W


# Chaff: lambda-itself
# Misconception: weight_decay is lambda.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": lam},
            {"params": [linear.bias], "weight_decay": 0}]


# Chaff: last-one
# Misconception: The best is the last one that is at least as good as the one before.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(X_val @ W + b, Y_val) for W, b in fits])
    return lams[-1], scores


# Chaff: lowest
# Misconception: The lowest score wins, as with costs.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(X_val @ W + b, Y_val) for W, b in fits])
    return lams[scores.argmin()], scores


# Chaff: not-centered
# Misconception: The features are standardized, so they need not be centered.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X, X.shape
    W = torch.linalg.solve(C.T @ C / n + lam * torch.eye(d), C.T @ Y / n)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W


# Chaff: nothing-said-for-0
# Misconception: Without a price nothing has to be said about it.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    if lam == 0:
        return [{"params": [linear.weight]}, {"params": [linear.bias], "weight_decay": 0}]
    return [{"params": [linear.weight], "weight_decay": 2 * lam},
            {"params": [linear.bias], "weight_decay": 0}]


# Chaff: ones-matrix
# Misconception: The price is added to every element of the matrix.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X - mean, X.shape
    W = torch.linalg.solve(C.T @ C / n + lam * torch.ones(d, d), C.T @ Y / n)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W


# Chaff: position
# Misconception: The position of the best is returned.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(X_val @ W + b, Y_val) for W, b in fits])
    return scores.argmax(), scores


# Chaff: price-floored
# Misconception: A price is at least a hundredth.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.weight], "weight_decay": max(2 * lam, 1e-2)},
            {"params": [linear.bias], "weight_decay": 0}]


# Chaff: price-squared
# Misconception: The price is lambda squared.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X - mean, X.shape
    W = torch.linalg.solve(C.T @ C / n + lam**2 * torch.eye(d), C.T @ Y / n)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W


# Chaff: ridge-by-heart
# Misconception: Fake: the numbers of the visible example.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    W = torch.tensor([[2 / (1 + lam)]])
    return W, 3 - W


# Chaff: shrunk-afterwards
# Misconception: Ridge regression divides the plain weights by 1 + lambda.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    W = torch.linalg.lstsq(X - mean, Y).solution / (1 + lam)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W


# Chaff: smallest-lambda
# Misconception: If in doubt, the smallest price is the best.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(X_val @ W + b, Y_val) for W, b in fits])
    return min(lams), scores


# Chaff: sorted
# Misconception: The scores belong to the sorted numbers.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    lams = sorted(lams)
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(X_val @ W + b, Y_val) for W, b in fits])
    return lams[scores.argmax()], scores


# Chaff: starts-at-minus-1
# Misconception: R² is never below -1.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    best, best_score, scores = lams[0], -1.0, []
    for lam in lams:
        W, b = fit(lam)
        s = r_squared(X_val @ W + b, Y_val)
        scores.append(s)
        if s > best_score:
            best, best_score = lam, s
    return best, torch.tensor(scores)


# Chaff: sum-of-squares
# Misconception: The price is compared with the sum of the squares, not with their mean.
# Fails: task6-ridge-test-values
# %% task6-ridge
def ridge(X, Y, lam):
    mean = X.mean(dim=0, keepdim=True)
    C, (n, d) = X - mean, X.shape
    W = torch.linalg.solve(C.T @ C + lam * torch.eye(d), C.T @ Y)
    return W, Y.mean(dim=0, keepdim=True) - mean @ W


# Chaff: swapped
# Misconception: The bias decays, the weights are free.
# Fails: task6-groups-test-step
# %% task6-groups
def ridge_groups(linear, lam):
    return [{"params": [linear.bias], "weight_decay": 2 * lam},
            {"params": [linear.weight], "weight_decay": 0}]


# Chaff: swapped-arguments
# Misconception: R² does not depend on the order of its arguments.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(Y_val, X_val @ W + b) for W, b in fits])
    return lams[scores.argmax()], scores


# Chaff: without-bias
# Misconception: The bias plays no part in R².
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(X_val @ W, Y_val) for W, b in fits])
    return lams[scores.argmax()], scores
