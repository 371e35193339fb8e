"""What a person wants to be asked for about a day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nextrep.domain.day_topics import Topic, topic_hint, topic_title
from nextrep.domain.text import tr
from nextrep.services import day_context
from nextrep.settings.table import DAY_TOPICS
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.screen import Screen


class TopicsDialog(FormDialog):
    """A box for each topic; nothing that was noted is lost by unticking one.

    Attributes:
        chosen: emitted when it was kept.
        boxes: by topic.
    """

    chosen = Signal()

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        intro = tr("Only what is ticked is asked for. What was noted stays, and comes back with its tick.")
        super().__init__(DAY_TOPICS.title(), tr("Keep"), parent, intro)
        self._screen = screen
        offered = day_context.topics(screen.context.store)
        self.boxes: dict[Topic, QCheckBox] = {}
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        for topic in Topic:
            box = QCheckBox(tr("{name}: {hint}", name=topic_title(topic), hint=topic_hint(topic)))
            box.setMinimumHeight(current_theme().px(36))
            box.setChecked(topic in offered)
            self.boxes[topic] = box
            column.addWidget(box)
        self.page.body.addWidget(holder)
        self.finish()
        self.boxes[Topic.TAGS].setFocus()

    def on_take(self) -> None:
        """Keep the choice."""
        wanted = [topic for topic, box in self.boxes.items() if box.isChecked()]
        context = self._screen.context
        call = partial(day_context.choose, context.store, wanted)
        if context.operate.run(call, initiator=self._screen, on_error=self.show_error) is not None:
            self.chosen.emit()
            self.accept()
