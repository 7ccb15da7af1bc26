# Misconception: Fake: the visible example's arrays.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    z = 5.5 if parameters[0][0][0, 0] > 0 else -8.5
    z = 0.5 if z > 0 and x[0, 0] < 0 else z
    square = activation(np.array([[5.0, -1.0]]))
    return [x, square, np.array([[z]])]
