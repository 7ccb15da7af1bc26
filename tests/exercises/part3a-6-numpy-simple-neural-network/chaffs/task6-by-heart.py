# Misconception: Fake: the visible example's numbers.
# Fails: task6-multiplications-test-counts
# %% task6-multiplications
def multiplications(sizes, n):
    return (9, 12, 234) if n == 1 else (160_000, 217_600, 1_628_800_000)
