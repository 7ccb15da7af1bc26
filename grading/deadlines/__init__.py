"""When an exercise is due, for everybody and for one student, and what lateness costs."""
