"""The course's settings for every nbgrader command, each with its reason.

nbgrader reads this file from the folder in which a command is started.
"""

from pathlib import Path

import nbgrader
from nbgrader.preprocessors import AssignLatePenalties, LimitOutput

import grading
from grading.deadlines.penalty import LatePenalty
from grading.decisions.entering import STEPS
from grading.nbgrader_steps import (
    ExecuteInSandbox,
    GetGradesAnew,
    RebuildHandIn,
    WithoutTests,
)
from grading.safe_html import FILTERS
from grading.submission.expectations import WhatToExpect
from grading.submission.marked import SaveAutoGradesAnew

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

# A test that was taken out of the count stays out when its exercise is entered anew.
c.GenerateAssignment.preprocessors = STEPS

# Grading: the course's own notebook with the hand-in's answers runs in a sandbox.
# SECURITY.md says what that guarantees. DP_SANDBOX=off runs it with your rights.
c.Autograde.sanitize_preprocessors = [RebuildHandIn]
c.Autograde.autograde_preprocessors = [
    ExecuteInSandbox,
    LimitOutput,
    SaveAutoGradesAnew,
    AssignLatePenalties,
]

# The limits of a submission are in grading/execution/limits.py; others are set as in
# c.ExecuteInSandbox.cell_seconds = 300, likewise total_seconds, memory_mib, processes,
# output_mib, file_mib.

# `nbgrader validate` and its button run a notebook where it is, as its author does.
c.Execute.timeout = 120
c.Execute.kernel_name = "python3"
# Grader and kernel talk over local ports that anybody on the machine could listen to;
# where the kernel can encrypt, they do.
c.KernelManager.transport_encryption = "auto"

# Feedback: a student reads which test failed and why, and no line of a hidden test.
c.GenerateFeedback.preprocessors = [GetGradesAnew, WhatToExpect, WithoutTests]
c.GenerateFeedback.HTMLExporter.template_name = "feedback-page"
c.GenerateFeedback.HTMLExporter.extra_template_basedirs = [
    str(Path(grading.__file__).parent / "templates")
]

# Whom students ask about points, such as "Emmy Noether <emmy@example.org>", and how many days
# after a feedback page is written; the page says so. "" and 0: it says nothing.
c.Questions.contact, c.Questions.days = "", 0

# Hand-ins from the zip files of Moodle and Canvas: `nbgrader zip_collect` takes their names
# and times as `grading collect` does. Force: what is replaced is kept in downloaded/.
c.ZipCollectApp.extractor_plugin = "grading.collect.LmsExtractor"
c.ZipCollectApp.collector_plugin = "grading.collect.LmsCollector"
c.ZipCollectApp.force = True

# The course's time zone, such as "Europe/Berlin": times are said in it, and read in it where
# they have none. "" is this machine's.
c.Deadlines.zone = ""

# What lateness costs: a share of the points for each day begun, 0.1 is a tenth, and how many
# minutes after the due date cost nothing. A change counts at once, without grading again.
c.AssignLatePenalties.plugin_class = LatePenalty
c.LatePenalty.share_a_day, c.LatePenalty.grace_minutes = 0, 0

# What the exercises of a term come to (`grading export --term`): by exercise or pattern a weight
# (1 where none is said, 0 does not count) or what full points add as a bonus, how many of the
# best exercises count (0 is all), and the share of the total that passes.
c.TermRule.weights, c.TermRule.bonus = {}, {}
c.TermRule.best, c.TermRule.pass_mark = 0, 0.5

# What a student's cell prints beyond this is cut: feedback stays readable.
c.LimitOutput.max_lines = 1000

# No script that a submission contains runs in the formgrader's reader's browser, nothing is
# loaded from a network, and no text can stop a page.
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.filters = FILTERS

# The formgrader's page of a hand-in shows formulas without MathJax, which nbgrader would load
# from a network; where it has none, the page's keys would not work either.
c.HTMLExporter.extra_template_basedirs = [
    str(Path(grading.__file__).parent / "templates"),
    str(Path(nbgrader.__file__).parent / "server_extensions/formgrader/templates"),
]
# Our page of a submission extends nbgrader's, which has the same name.
c.HTMLExporter.extra_template_paths = [
    str(Path(nbgrader.__file__).parent / "server_extensions/formgrader"),
]
# The formgrader's first page would list these settings, and warns that it cannot.
c.FormgradeExtension.debug = False

# What your course sets otherwise stands in a file of its own: course_config.py, with
# `c = get_config()` and lines as above. git ignores it, so that no update touches it.
if Path(c.CourseDirectory.root, "course_config.py").exists():
    load_subconfig("course_config.py", path=c.CourseDirectory.root)  # noqa: F821
