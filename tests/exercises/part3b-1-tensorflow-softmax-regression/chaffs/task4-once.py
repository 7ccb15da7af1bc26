# Misconception: a compiled function is traced once
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    compiled = tf.function(function)
    for arguments in calls:
        compiled(*arguments)
    return 1
