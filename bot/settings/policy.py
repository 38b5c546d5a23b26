"""The settings' rules as the core's policy."""

from bot.core.policy import Level, Policy, QuietPeriod, Staircase
from bot.settings.schema import Rules, Segment


def policy_of(rules: Rules) -> Policy:
    """The core's policy; the segment named default becomes everybody else's."""
    staircases = {"" if name == "default" else name: _staircase(s) for name, s in rules.segments.items()}
    same = {
        name: getattr(rules, name)
        for name in (
            "gap_days",
            "tolerance",
            "answer_days",
            "bank_delay_days",
            "promise_grace_days",
            "pause_days",
            "reply_rest_days",
            "longest_pause_days",
            "start_level",
            "refused_debtor_types",
        )
    }
    quiet = tuple(QuietPeriod(q.reason, q.first, q.last, q.first_day, q.last_day) for q in rules.quiet)
    return Policy(staircases=staircases, quiet=quiet, window=(rules.from_hour, rules.to_hour), **same)


def _staircase(segment: Segment) -> Staircase:
    levels = tuple(Level(level.name, level.day, level.kind, level.template) for level in segment.levels)
    return Staircase(levels, segment.most_reminders)
