"""The whole copies of a profile in its backup folder."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from nextrep.storage.database import BACKUP_FOLDER

_NAME = re.compile(r"(?:nextrep|before-format-\d+)-(\d{8})-\d{6}\.db")


def last_copy_day(folder: Path) -> int | None:
    """Return the day (date ordinal) of the latest copy of the profile in `folder`, None where there is none.

    Goes by the names, which say the local day on which they were made: the date of a file is another one when
    the folder was moved. A folder that cannot be read has none.
    """
    days: list[int] = []
    with suppress(OSError):
        for file in (folder / BACKUP_FOLDER).iterdir():
            match = _NAME.fullmatch(file.name)
            if match is not None:
                with suppress(ValueError):  # eight digits that are no date
                    days.append(datetime.strptime(match[1], "%Y%m%d").date().toordinal())  # noqa: DTZ007 - a day
    return max(days, default=None)
