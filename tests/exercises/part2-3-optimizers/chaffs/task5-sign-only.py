# Misconception: Fake: each step is the learning rate times the sign, as in the first
# one.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    return parameter - learning_rate * np.sign(gradient), {}
