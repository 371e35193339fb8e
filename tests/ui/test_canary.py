"""Guards against a PySide6 that loses references to None: 6.12.0 aborts Python 3.11 after ~5,000 calls."""

import sys

from PySide6.QtWidgets import QLabel


def test_calls_that_return_nothing_do_not_use_up_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _call in range(2000):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100
