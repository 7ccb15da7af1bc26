"""Executing what students wrote: a notebook in, the same with outputs and verdicts out.

Three processes share the work, so that none of them has to be trusted with more than its own.
The kernel runs a submission in a sandbox of its own (`sandbox`). A reader, in another sandbox,
takes the kernel's messages and says in a bounded document what came (`reader`). The grader
starts both, watches them (`watch`), and believes a document only as far as it keeps to its
schema (`document`). Nothing in here imports nbgrader or knows the course.
"""
