"""What lateness costs: nbgrader's plugin by which a course says it in one line."""

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float

SECONDS_A_DAY = 86400


class LatePenalty(LateSubmissionPlugin):
    """A share of the points for each day begun, after a time of grace; or nbgrader's rule.

    The first day begins at the due date. Within the time of grace nothing is lost.
    """

    share_a_day = Float(
        0.0, min=0, max=1, help="of the points, for each day begun: 0.1 is a tenth"
    ).tag(config=True)
    grace_minutes = Float(0.0, min=0, help="after the due date that cost nothing").tag(
        config=True
    )

    def late_submission_penalty(self, student_id, score, total_seconds_late):
        """The points to take off a `score`; None for none."""
        if total_seconds_late <= 60 * self.grace_minutes:
            return None
        if not self.share_a_day:
            return super().late_submission_penalty(
                student_id, score, total_seconds_late
            )
        days = math.ceil(total_seconds_late / SECONDS_A_DAY)
        return min(1.0, days * self.share_a_day) * score
