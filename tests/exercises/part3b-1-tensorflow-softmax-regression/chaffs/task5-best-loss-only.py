# Misconception: the least loss
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return min(log.history["val_loss"])
