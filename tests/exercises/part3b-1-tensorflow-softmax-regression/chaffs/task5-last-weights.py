# Misconception: stopping early is enough
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log.history["val_loss"]
