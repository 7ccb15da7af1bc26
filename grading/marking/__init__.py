"""Marking written answers by question: one question, all its answers, in a browser."""
