"""Every screen, drawn with everything it needs: none of it opens a socket."""

from __future__ import annotations

from pathlib import Path

from tests.app.test_no_sockets import watched


def test_no_screen_reaches_out(tmp_path: Path) -> None:
    for words in (("demo", "--weeks", "3", "--seed", "1"), ("screens", str(tmp_path / "drawn"))):
        done = watched(tmp_path, "--profile", "profile", *words)
        assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "drawn").glob("*.png"))) > 5
