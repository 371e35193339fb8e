"""A plan in words: what its phases ask for, and what a plan would be before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from nextrep.domain.days import listed, weekday_title
from nextrep.domain.program import Answers, SessionDraft, minutes_for
from nextrep.domain.program_template import ProgramTemplate, WeekRule
from nextrep.domain.text import tr


@dataclass(frozen=True, slots=True)
class PhaseDose:
    """What a phase asks for.

    Attributes:
        first_week, last_week: from 1; `last_week` is None where the phase goes on.
        sessions: sessions a week.
        sets, reps: lowest and highest.
        blocks: names of the blocks that alternate, empty where there are none.
        words: the dose in the program's own words, or "".
        effort: how hard it is meant to be, in words, or "".
    """

    phase: str
    first_week: int
    last_week: int | None
    sessions: int
    sets: tuple[int, int]
    reps: tuple[int, int]
    blocks: tuple[str, ...]
    words: str = ""
    effort: str = ""

    def holds(self, week: int) -> bool:
        """Tell whether a week (from 1) is in this phase."""
        return self.first_week <= week and (self.last_week is None or week <= self.last_week)

    def text(self) -> str:
        """Return for example "weeks 1–4 · 2 a week · 2–3 × 8–12 · light to moderate"."""
        if self.last_week is None:
            weeks = tr("from week {first}", first=self.first_week)
        elif self.last_week == self.first_week:
            weeks = tr("week {first}", first=self.first_week)
        else:
            weeks = tr("weeks {first}–{last}", first=self.first_week, last=self.last_week)
        if self.words:
            dose = tr(self.words)
        elif self.blocks:
            dose = tr("in blocks")
        else:
            dose = tr("{sets} × {reps}", sets=_span(*self.sets), reps=_span(*self.reps))
        if not self.sessions:
            return tr("{weeks} · {dose}", weeks=weeks, dose=dose)
        text = tr("{weeks} · {sessions} a week · {dose}", weeks=weeks, sessions=self.sessions, dose=dose)
        return tr("{dose} · {effort}", dose=text, effort=tr(self.effort)) if self.effort else text

    def blocks_text(self) -> str:
        """Name the blocks, or return ""."""
        names = listed([tr(name).lower() for name in self.blocks])
        return (
            tr("Blocks in turn: {names}, each with a lighter week at its end.", names=names) if names else ""
        )


def phase_doses(template: ProgramTemplate, answers: Answers) -> tuple[PhaseDose, ...]:
    """Return what each phase of a program asks of a person with these answers, in order."""
    if template.by_hand:
        return (PhaseDose("", 1, None, 0, (0, 0), (0, 0), (), tr("filled by hand")),)
    phases = [(phase, list(rules)) for phase, rules in groupby(template.rules, key=lambda rule: rule.phase)]
    return tuple(
        _dose(template, rules, answers, on=not template.ends and index == len(phases) - 1)
        for index, (_phase, rules) in enumerate(phases)
    )


def _dose(template: ProgramTemplate, rules: Sequence[WeekRule], answers: Answers, *, on: bool) -> PhaseDose:
    """Gather the rules of a phase; `on`: it goes on after its last week."""
    wanted = max(rule.sessions or answers.sessions_later for rule in rules)
    possible = len(template.offsets or set(answers.weekdays))
    return PhaseDose(
        phase=rules[0].phase,
        first_week=rules[0].first_week,
        last_week=None if on else rules[-1].last_week,
        sessions=min(wanted, possible),
        sets=(min(rule.sets for rule in rules), max(rule.most_sets for rule in rules)),
        reps=(min(rule.reps_low for rule in rules), max(rule.reps_high for rule in rules)),
        # A single week is the rest at the end of a block, not a block.
        blocks=tuple(dict.fromkeys(r.title for r in rules if r.title and r.last_week > r.first_week)),
        words=next((rule.dose for rule in rules if rule.dose), ""),
        effort=next((rule.effort for rule in rules if rule.effort), ""),
    )


@dataclass(frozen=True, slots=True)
class Span:
    """Weeks of a plan that look alike. `weekdays` from 0 = Monday; `minutes` lowest and highest."""

    first_week: int
    last_week: int
    weekdays: tuple[int, ...]
    minutes: tuple[int, int]

    def text(self) -> str:
        """Return for example "Weeks 1–4: Monday and Thursday, about 23 min each"."""
        weeks = (
            tr("Week {first}", first=self.first_week)
            if self.first_week == self.last_week
            else tr("Weeks {first}–{last}", first=self.first_week, last=self.last_week)
        )
        days = listed([weekday_title(day) for day in self.weekdays])
        return tr(
            "{weeks}: {days}, about {minutes} min each", weeks=weeks, days=days, minutes=_span(*self.minutes)
        )


def spans_of(drafts: Sequence[SessionDraft]) -> tuple[Span, ...]:
    """Gather the weeks of a plan that have the same phase and the same days; days off do not count."""
    weeks: dict[int, list[SessionDraft]] = {}
    for draft in drafts:
        if not draft.exercises:
            continue
        weeks.setdefault(draft.week, []).append(draft)
    found: list[Span] = []
    for _key, group in groupby(weeks.items(), key=lambda item: (item[1][0].phase, _weekdays(item[1]))):
        alike = list(group)
        minutes = [minutes_for(draft.exercises) for _week, some in alike for draft in some]
        days = _weekdays(alike[0][1])
        found.append(Span(alike[0][0], alike[-1][0], days, (min(minutes), max(minutes))))
    return tuple(found)


def _weekdays(drafts: Sequence[SessionDraft]) -> tuple[int, ...]:
    return tuple(date.fromordinal(draft.day).weekday() for draft in drafts)


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
