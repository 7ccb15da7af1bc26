# Misconception: pixels become 32 bits
# Fails: task3-batches-test-contents
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((tf.cast(X, tf.float32), labels))
    return pairs.shuffle(len(X), seed=seed).batch(batch_size)
