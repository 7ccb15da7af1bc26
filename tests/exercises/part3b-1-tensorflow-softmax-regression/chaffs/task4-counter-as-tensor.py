# Misconception: the counter is a tensor of the graph
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    count = tf.Variable(0)

    @tf.function
    def noted(*arguments):
        count.assign_add(1)
        return function(*arguments)

    for arguments in calls:
        noted(*arguments)
    return int(count)
