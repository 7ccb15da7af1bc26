"""What people decided about marks: which tests do not count, and notes on a submission."""
