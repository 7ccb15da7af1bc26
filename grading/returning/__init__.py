"""Back to the students: who is finished, their pages, and the names that platforms know."""
