"""The log: what went wrong and where in the program, never what the person wrote."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import nextrep

FOLDER = "logs"
FILE = "nextrep.log"
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start_log(folder: Path) -> None:
    """Write warnings and worse into the profile folder; one that cannot be written is no reason to stop."""
    try:
        (folder / FOLDER).mkdir(mode=0o700, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FOLDER / FILE, maxBytes=200_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)


def fault_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Describe a fault by type and place; its message may quote the person, so it is left out."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    python = ".".join(map(str, sys.version_info[:3]))
    head = f"NextRep {nextrep.__version__}, Python {python}, {sys.platform}: {kind.__name__}"
    return "\n".join([head, *places])
