# Misconception: labels become 64-bit floats
# Fails: task3-batches-test-contents
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, tf.cast(labels, tf.float64)))
    return pairs.shuffle(len(X), seed=seed).batch(batch_size)
