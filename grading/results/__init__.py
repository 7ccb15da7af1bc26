"""What the gradebook and the graded notebooks hold: read once, summed up, drawn."""
