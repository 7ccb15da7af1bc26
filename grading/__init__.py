"""What instructors and maintainers run beyond nbgrader's own commands.

``python -m grading --help`` lists it. Nothing in here knows any one exercise, and
``dp`` knows nothing of this package.
"""
