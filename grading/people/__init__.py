"""Who is in the class: lists as platforms write them, what they change, who was removed."""
