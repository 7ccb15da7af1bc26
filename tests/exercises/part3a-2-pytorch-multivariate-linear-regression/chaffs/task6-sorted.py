# Misconception: The scores belong to the sorted numbers.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    lams = sorted(lams)
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(X_val @ W + b, Y_val) for W, b in fits])
    return lams[scores.argmax()], scores
