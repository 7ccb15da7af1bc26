"""What the exercises of a term come to for each student, by the rule in the course's settings."""
