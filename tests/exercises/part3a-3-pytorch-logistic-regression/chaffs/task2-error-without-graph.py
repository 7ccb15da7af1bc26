# Misconception: The probabilities are taken out of the graph.
# Fails: task2-squared-error-test-value
# %% task2-squared-error
def squared_error_from_logits(z, y):
    return ((torch.sigmoid(z).detach() - y) ** 2).mean()
