# Misconception: Nobody passes a wrong rate.
# Fails: task1-dropout-mask-test-values
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    with np.errstate(all="ignore"):
        return (rng.random(shape) >= rate) / np.float64(1 - rate)
