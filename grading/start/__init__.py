"""The instructor's start page in JupyterLab: this week's exercise, and what comes next."""
