# Misconception: compiles with a rate of its own
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    model.compile(keras.optimizers.SGD(0.1), model.loss)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log.history["val_loss"]
