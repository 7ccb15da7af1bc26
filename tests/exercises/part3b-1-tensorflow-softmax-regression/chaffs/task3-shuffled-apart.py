# Misconception: X and labels are shuffled each for itself
# Fails: task3-batches-test-contents
# %% task3-batches
def batches(X, labels, batch_size, seed):
    X = tf.data.Dataset.from_tensor_slices(X).shuffle(len(X), seed=seed)
    labels = tf.data.Dataset.from_tensor_slices(labels).shuffle(len(labels), seed=seed + 1)
    return tf.data.Dataset.zip(X, labels).batch(batch_size)
