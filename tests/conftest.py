"""What every test lives by: a home of its own, and no log record that nobody expected.

Nothing here may need Qt: the tests below the window run where it is not installed.
"""

from __future__ import annotations

import importlib.util
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent
PERSONAL_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")


def pytest_addoption(parser: pytest.Parser) -> None:
    if importlib.util.find_spec("pytestqt") is None:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "pytest-qt reads this, and is not installed here")
        parser.addini("qt_log_ignore", "pytest-qt reads this, and is not installed here", type="linelist")


@pytest.fixture(scope="session")
def repo() -> Path:
    """The checkout's root."""
    return REPO


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real input beside the checkout."""
    folder = REPO.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder of real input, ../shared, which is not here")
    return folder


@pytest.fixture(scope="session", autouse=True)
def a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep tests away from the settings and profiles of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in PERSONAL_FOLDERS:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a record at WARNING or above, unless `@pytest.mark.logs(pattern)` expects its text."""
    yield
    patterns = [mark.args[0] for mark in request.node.iter_markers("logs")]
    records = [*caplog.get_records("setup"), *caplog.get_records("call"), *caplog.records]
    texts = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    unexpected = [text for text in texts if not any(re.search(pattern, text) for pattern in patterns)]
    assert not unexpected, f"unexpected log records: {unexpected}"
    silent = [pattern for pattern in patterns if not any(re.search(pattern, text) for text in texts)]
    assert not silent, f"expected log records that did not come: {silent}"
