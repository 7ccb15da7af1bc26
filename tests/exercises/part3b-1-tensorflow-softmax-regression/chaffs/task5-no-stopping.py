# Misconception: all epochs are run
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    **QUIET)
    return log.history["val_loss"]
