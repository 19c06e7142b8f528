"""A run of alerts that ends itself, as kill -9 would, at the so-many-th step. Run by the tests in a process of its own.

python -m tests.pipeline.alerts_killed STORE STEP MAIL_PORT LOG
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

from crosswire import app


def main(store: str, last: int, mail_port: int, log: Path) -> None:
    """One run; the process is gone before it ends, unless there are fewer steps."""
    steps = count(1)

    def step(_: str) -> None:
        if next(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def write(line: str) -> None:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    settings = app.AlertSettings(mail_host="127.0.0.1", mail_port=mail_port, allow_private=True)
    with app.opened(store) as known:
        app.run_alerts(known, app.AlertsRun(settings, write=write, once=True, step=step))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
