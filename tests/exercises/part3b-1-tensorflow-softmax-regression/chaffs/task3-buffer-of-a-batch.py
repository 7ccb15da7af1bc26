# Misconception: a buffer of one batch is enough
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(batch_size, seed=seed).batch(batch_size)
