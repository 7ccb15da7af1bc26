# Misconception: counts on from the last time
# Fails: task4-count-test-traces
# %% task4-count
seen_traces = []


def count_traces(function, calls):
    @tf.function
    def noted(*arguments):
        seen_traces.append(arguments)
        return function(*arguments)

    for arguments in calls:
        noted(*arguments)
    return len(seen_traces)
