"""One submission's way: rebuilt, compared with what is saved, saved, and what it earned."""
