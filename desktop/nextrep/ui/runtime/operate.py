"""Runs use cases: an error goes to where it arose, a success becomes an undo step and one announcement."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from nextrep.domain.errors import KnownError, UserError
from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.reporter import Reporter

if TYPE_CHECKING:
    from nextrep.domain.changes import Outcome

T = TypeVar("T")
OnError = Callable[[str, str], None]
OnKnown = Callable[[KnownError], None]


@runtime_checkable
class ShowsErrors(Protocol):
    """Has a place of its own for mistakes in what was typed, as every screen has."""

    def show_error(self, message: str, field: str = "") -> None:
        """Show why something was not taken."""


class Operate(QObject):
    """The one way from a screen to a use case that writes.

    Attributes:
        done: emitted with the label of an operation that succeeded ("" where it has none).
        reversed: emitted after an undo or redo that succeeded.
    """

    done = Signal(str)
    reversed = Signal()

    def __init__(
        self, bus: Bus, undo_stack: QUndoStack, reporter: Reporter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bus = bus
        self._stack = undo_stack
        self._reporter = reporter

    def run(
        self,
        use_case: Callable[[], Outcome[T]],
        *,
        initiator: QObject | None,
        on_error: OnError | None = None,
        on_known: OnKnown | None = None,
    ) -> T | None:
        """Run `use_case` now, on this thread, and return its value, or None when it failed.

        Args:
            use_case: a service call without arguments, for example `partial(session.log_set, store, draft)`.
            initiator: who asks; gets the announcement marked as its own, and shows mistakes if it
                `ShowsErrors` and `on_error` is not given.
            on_error: takes the message and the field name of a `UserError`.
            on_known: takes a `KnownError` that would otherwise be told in a dialog.
        """
        outcome = self._attempt(use_case, initiator, on_error, on_known)
        if outcome is None:
            return None
        self.announce(outcome, initiator)
        return outcome.value

    def quietly(self, write: Callable[[], object]) -> None:
        """Write what can be lost without harm, and what nobody needs to hear of; a full disk loses it."""
        with suppress(KnownError):
            write()

    def announce(self, outcome: Outcome[Any], initiator: QObject | None) -> None:
        """Make an outcome an undo step and tell everyone; for one that came about elsewhere, as in a job."""
        if outcome.undo is not None:
            self._stack.push(_Step(outcome, self))
        self._bus.changed.emit(outcome.changes, initiator)
        self.done.emit(outcome.label)

    def reverse(
        self, call: Callable[[], Outcome[Any]], later: Callable[[], None] | None = None
    ) -> Outcome[Any] | None:
        """Run one undo or redo and announce it to everyone; None when it failed.

        Args:
            call: what is to be run.
            later: called where it cannot be written now (a full disk), and may be another time.
        """
        outcome = self._attempt(call, None, on_known=partial(self._put_off, later) if later else None)
        if outcome is not None:
            self._bus.changed.emit(outcome.changes, None)
            self.reversed.emit()
        return outcome

    def step_back(self, *, undone: bool) -> None:
        """Have the stack stand where it stood before its last undo (or redo), once that has returned."""
        QTimer.singleShot(0, self, self._stack.redo if undone else self._stack.undo)

    def _put_off(self, later: Callable[[], None], error: KnownError) -> None:
        later()
        self._reporter.known(error)

    def _attempt(
        self,
        call: Callable[[], Outcome[T]],
        initiator: object,
        on_error: OnError | None = None,
        on_known: OnKnown | None = None,
    ) -> Outcome[T] | None:
        try:
            return call()
        except UserError as error:
            own = initiator.show_error if isinstance(initiator, ShowsErrors) else self._reporter.user
            (on_error or own)(str(error), error.field)
        except KnownError as error:
            (on_known or self._reporter.known)(error)
        return None


class _Step(QUndoCommand):
    """One entry of the undo stack. The operation ran before it was pushed, so the first redo does nothing."""

    def __init__(self, outcome: Outcome[Any], operate: Operate) -> None:
        super().__init__(outcome.label)
        self._next = outcome.undo
        self._operate = operate
        self._passes = True  # the next call only moves the stack: while being pushed, or back after a failure

    def undo(self) -> None:
        """Take the operation back."""
        self._run(undone=True)

    def redo(self) -> None:
        """Do the operation again, except while being pushed."""
        self._run(undone=False)

    def _run(self, *, undone: bool) -> None:
        """Write the reverse and keep the reverse of that.

        A step that cannot be written now waits where it was; one that failed otherwise leaves the stack.
        """
        if self._passes:
            self._passes = False
            return
        outcome = self._operate.reverse(self._next, self._wait) if self._next is not None else None
        if self._passes:
            self._operate.step_back(undone=undone)
            return
        self._next = outcome.undo if outcome is not None else None
        if self._next is None:
            self.setObsolete(True)

    def _wait(self) -> None:
        self._passes = True
