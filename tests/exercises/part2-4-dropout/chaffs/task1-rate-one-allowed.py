# Misconception: The rate is a probability, so 1 is allowed.
# Fails: task1-dropout-mask-test-values
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if not 0 <= rate <= 1:
        raise ValueError(f"the rate must be in [0, 1), not {rate}")
    scale = 1 / (1 - rate) if rate < 1 else 0.0
    return (rng.random(shape) >= rate) * scale
