# Misconception: NumPy's logarithm is as good as TensorFlow's
# Fails: task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = (X @ parameters["W"] + parameters["b"]).numpy()
    Z = Z - Z.max(axis=1, keepdims=True)
    each = np.log(np.exp(Z).sum(axis=1)) - Z[np.arange(len(Z)), labels.numpy()]
    return tf.constant(each.mean())
