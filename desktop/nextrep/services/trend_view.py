"""What the Trends screen shows of a period: the panels of a view, and how much lies behind them."""

from __future__ import annotations

from functools import partial
from itertools import chain

from nextrep.domain.changes import Outcome
from nextrep.domain.panels import Panel, PanelKind, PanelView, built_in_views
from nextrep.domain.series import Bin, Sufficiency, sufficiency
from nextrep.services import events, panels, preferences, tracking, trends
from nextrep.services.old_days import OldDays
from nextrep.services.panel_cache import PanelCache
from nextrep.services.trends import TrendsView
from nextrep.settings.table import INVENTED, TREND_VIEW
from nextrep.storage.store import Store


def chosen(store: Store) -> PanelView:
    """Return the view that was looked at last; the first one where it is gone."""
    key, found = preferences.read(store, TREND_VIEW), panels.views(store)
    return next((one for one in found if one.key == key), found[0])


def choose(store: Store, key: str) -> Outcome[str]:
    """Remember which view is looked at; this is no step to undo."""
    outcome = preferences.change(store, TREND_VIEW, key)
    return Outcome(outcome.value)


def overview(store: Store, first: int, last: int) -> TrendsView:
    """Return the first view as it comes, for the days `first` to `last` (date ordinals)."""
    return read(store, built_in_views()[0].panels, first, last)


def asks_exercise(view: PanelView) -> bool:
    """Tell whether a view has a panel that leaves the exercise open."""
    open_kinds = {PanelKind.E1RM, PanelKind.BEST_SET}
    return any(panel.kind in open_kinds and not panel.of for panel in view.panels)


def read(
    store: Store,
    shown: tuple[Panel, ...],
    first: int,
    last: int,
    exercise_id: int | None = None,
    bin_: Bin = Bin.DAY,
    cache: PanelCache | None = None,
) -> TrendsView:
    """Return the panels for the days `first` to `last` (date ordinals, both included).

    Args:
        store: where it is.
        shown: which panels, from top to bottom.
        first: date ordinal.
        last: date ordinal.
        exercise_id: for panels that leave it open; the most trained one by default.
        bin_: how values are grouped.
        cache: what was read before and is still true; None to read everything.
    """
    kept = cache or PanelCache()
    choices = kept.choices(first, last, partial(trends.strength_choices, store, first, last, kept.old))
    exercise = exercise_id if exercise_id is not None else choices[0].exercise_id if choices else None
    done, planned = trends.adherence(store, first, last)
    return TrendsView(
        first=first,
        last=last,
        series=tuple(
            kept.by(
                bin_,
                kept.series(
                    one,
                    first,
                    last,
                    exercise,
                    partial(panels.series, store, one, first, last, exercise, kept.old),
                ),
            )
            for one in shown
        ),
        marks=tuple(trends.phase_marks(store, first, last)),
        events=events.marks(store, first, last),
        logged=kept.logged(first, last, partial(_logged, store, first, last, kept.old)),
        done=done,
        planned=planned,
        kept=trends.kept(store, first, last),
        choices=tuple(choices),
        chosen=exercise,
        invented=preferences.read(store, INVENTED),
    )


def _logged(store: Store, first: int, last: int, old: OldDays) -> Sufficiency:
    parts = old.parts(PanelKind.RATING, "days", first, last, store.checkins.days)
    return sufficiency([*chain(*parts)], first, last, tracking.days_paused(store, first, last))
