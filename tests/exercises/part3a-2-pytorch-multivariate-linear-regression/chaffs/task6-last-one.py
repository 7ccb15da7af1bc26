# Misconception: The best is the last one that is at least as good as the one before.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(X_val @ W + b, Y_val) for W, b in fits])
    return lams[-1], scores
