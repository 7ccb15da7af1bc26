# Misconception: a buffer of 100 is always enough
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(100, seed=seed).batch(batch_size)
