"""The course's settings for every nbgrader command, each with its reason.

nbgrader reads this file from the folder in which a command is started.
"""

from pathlib import Path

c = get_config()  # noqa: F821 (nbgrader gives it to this file)

# The name under which the exchange and the gradebook keep the course. Students'
# hand-ins hang on it, so it never changes while a course is running.
c.CourseDirectory.course_id = "differentiable-programming"

# Wherever a command is started, it works on the course this file belongs to.
c.CourseDirectory.root = str(Path(__file__).resolve().parent)

# What a student finds in place of a solution. The sentence is what they read when
# they run a check too early.
c.ClearSolutions.code_stub = {
    "python": 'raise NotImplementedError("write your solution here, in place of this line")'
}
c.ClearSolutions.text_stub = "*Write your answer here, in place of this line.*"

# Points: nothing is set here. Each test cell carries its own 1 to 3 points, 15 to 25
# in an exercise, and a test cell is passed or it is not.

# Seconds for one cell. The slowest cell of a reference notebook takes a tenth of this;
# a laptop's slower core is not punished, and an endless loop holds the class up
# for two minutes at most.
c.Execute.timeout = 120
# On time-out the cell is interrupted and counts as failed; the cells after it run.
c.Execute.interrupt_on_timeout = True
c.Execute.error_on_timeout = {
    "ename": "CellTimeoutError",
    "evalue": "this cell ran for more than 120 seconds and was stopped",
    "traceback": [
        "CellTimeoutError: this cell ran for more than 120 seconds and was stopped.",
        "Is there a loop that never ends?",
    ],
}

# A wrapped-up kernel has nothing to save: ending it at once takes 0.2 s less a hand-in.
c.Execute.shutdown_kernel = "immediate"

# Every cell runs, whatever tag a hand-in carries: a test cell that is skipped would
# earn full points.
c.Execute.skip_cells_with_tag = ""

# The course grades with the kernel of its own environment, not with the one whose name
# a hand-in happens to carry.
c.Execute.kernel_name = "python3"

# Grader and kernel talk over local ports that anybody on the machine could listen to;
# where the kernel can encrypt, they do.
c.KernelManager.transport_encryption = "auto"

# Late hand-ins are marked as late and lose nothing; whoever wants a penalty, sets
# "zero" here or names a plugin of their own (nbgrader's guide, "Late submissions").
c.LateSubmissionPlugin.penalty_method = "none"

# What a student's cell prints beyond this is cut: feedback stays readable.
c.LimitOutput.max_lines = 1000

# No script that a hand-in contains runs in the reader's browser.
c.HTMLExporter.sanitize_html = True
