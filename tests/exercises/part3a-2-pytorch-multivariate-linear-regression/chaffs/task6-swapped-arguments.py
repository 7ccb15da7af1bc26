# Misconception: R² does not depend on the order of its arguments.
# Fails: task6-choose-test-scores
# %% task6-choose
def choose_lambda(fit, lams, X_val, Y_val):
    fits = [fit(lam) for lam in lams]
    scores = torch.tensor([r_squared(Y_val, X_val @ W + b) for W, b in fits])
    return lams[scores.argmax()], scores
