"""Speed and memory as ratios against a baseline of the same run: python3 dev.py bench.

Times of one machine at one moment mean little; ratios between runs that take turns mean something.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

REPO = Path(__file__).resolve().parents[1]
ROUNDS = 7
PLANNER_ROUNDS = 3
EDIT_MS, OPEN_MS, OPEN_RATIO = 16, 150, 1.5
KEY_MS, SESSION_MS, COMMIT_RATIO = 16, 100, 1.5
SEARCH_MS, SEARCH_RATIO = 50, 2.0
TREND_YEARS, TREND_RATIO, GROWN_MB = (1, 5, 10, 30), 1.5, 60
BACKUP_RATIO = 3.0
REPORT_RATIO, REPORT_KB, REPORT_YEARS_RATIO = 1.5, 250, 1.1
TREND_LIMITS = (
    ("95 of 100 frames within", "frame_p95_ms", 33),
    ("a new check-in appears", "check_in_ms", 50),
    ("a new session appears", "session_ms", 50),
)
UNLOCK_MS = 100
SAFE_LIMITS = (("a set logged", "set", 1.5), ("Trends reads thirty years", "read", 1.3))
HEADER = (
    "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps", "Distance", "Seconds",
    "Notes", "Workout Notes", "RPE",
)  # fmt: skip


def environment() -> dict[str, str]:
    """The environment of a measured process; without a display, windows are painted in memory."""
    found = dict(os.environ, PYTHONPATH=str(REPO / "desktop"), PYTHONDONTWRITEBYTECODE="")
    if sys.platform.startswith("linux") and not found.get("DISPLAY"):
        found["QT_QPA_PLATFORM"] = "offscreen"
    return found


def measured(script: str, *words: str) -> dict[str, float]:
    """Run a script of this folder in a process of its own and return what it saw of itself."""
    env = dict(environment(), STARTED=str(time.monotonic()))
    command = [sys.executable, str(REPO / "benchmarks" / script), *words]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=300)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def nextrep(profile: Path, *words: str) -> None:
    command = [sys.executable, "-m", "nextrep", "--profile", str(profile), *words]
    subprocess.run(command, env=environment(), check=True, capture_output=True, timeout=600)


def ten_years(folder: Path) -> Path:
    """Make a profile with ten years of invented data."""
    profile = folder / "decade"
    nextrep(profile, "demo", "--weeks", "520", "--seed", "1")
    return profile


def windows(folder: Path, decade: Path) -> None:
    """First paint and memory: a bare window, an empty profile, a profile of ten years."""
    empty = folder / "empty"
    runs: dict[str, list[dict[str, float]]] = {"bare": [], "empty": [], "ten years": []}
    for _round in range(ROUNDS + 1):
        runs["bare"].append(measured("probe.py", "bare"))
        runs["empty"].append(measured("probe.py", "nextrep", str(empty)))
        runs["ten years"].append(measured("probe.py", "nextrep", str(decade)))
    for found in runs.values():
        del found[0]  # the first start warms the page cache and the compiled modules
    base = runs.pop("bare")
    print(f"bare window, 3 tabs: {_median(base, 'paint_ms'):.0f} ms, {_median(base, 'paint_mb'):.0f} MB")
    for name, found in runs.items():
        _ratio(f"{name}: first paint", _median(found, "paint_ms"), _median(base, "paint_ms"), "ms", 1.5)
        _ratio(f"{name}: memory after it", _median(found, "paint_mb"), _median(base, "paint_mb"), "MB", 2.0)
        _ratio(
            f"{name}: memory when settled",
            _median(found, "settled_mb"),
            _median(base, "settled_mb"),
            "MB",
            2.0,
        )
        today = _median(found, "today_ms")
        print(f"{name}: Today is filled in after {today:.0f} ms = {today / _median(base, 'paint_ms'):.2f} ×")


def _median(found: list[dict[str, float]], key: str) -> float:
    return median(row[key] for row in found)


def _ratio(title: str, value: float, base: float, unit: str, limit: float) -> None:
    ratio = value / base
    print(f"{title}: {value:.0f} {unit} = {ratio:.2f} × (limit {limit}) {_verdict(ratio, limit)}")


def _verdict(value: float, limit: float) -> str:
    return "ok" if value <= limit else "OVER"


def planner(folder: Path, decade: Path) -> None:
    """A program of 52 weeks, in an empty log and above ten years of it: checking, editing, opening."""
    runs: dict[str, list[dict[str, float]]] = {"empty": [], "ten years": []}
    for number in range(PLANNER_ROUNDS):  # a profile each, because the plan that is measured stays in it
        runs["empty"].append(measured("planner.py", str(folder / f"plan-{number}")))
        copy = shutil.copytree(decade, folder / f"decade-plan-{number}")
        runs["ten years"].append(measured("planner.py", str(copy)))
    for name, found in runs.items():
        checks, edit = _median(found, "checks_ms"), _median(found, "edit_ms")
        slow, opened = _median(found, "edit_p95_ms"), _median(found, "open_ms")
        print(f"planner, 52 weeks, {name}: all checks once {checks:.1f} ms")
        print(
            f"planner, {name}: an edit, checked and painted {edit:.1f} ms = {edit / checks:.1f} × the checks"
        )
        print(
            f"planner, {name}: 95 of 100 edits within {slow:.1f} ms = {slow / checks:.1f} × checks"
            f" (limit {EDIT_MS} ms) {_verdict(slow, EDIT_MS)}"
        )
        print(f"planner, {name}: opened in {opened:.0f} ms (limit {OPEN_MS} ms) {_verdict(opened, OPEN_MS)}")
    few, many = (_median(found, "open_ms") for found in runs.values())
    _ratio("planner: opening above ten years, to an empty log", many, few, "ms", OPEN_RATIO)


def logger(folder: Path) -> None:
    """The session logger above thirty years of sets: opening, every key until it is painted, one commit."""
    profile = folder / "thirty"
    found = measured("session.py", str(profile))
    print(f"session, thirty years, {found['sets']:.0f} sets: opened in {found['open_ms']:.0f} ms"
          f" (limit {SESSION_MS} ms) {_verdict(found['open_ms'], SESSION_MS)}")  # fmt: skip
    print(
        f"session: a key until it is painted {found['key_ms']:.1f} ms, 95 of 100 within"
        f" {found['key_p95_ms']:.1f} ms (limit {KEY_MS} ms) {_verdict(found['key_p95_ms'], KEY_MS)};"
        f" saving {found['save_p95_ms']:.1f}, undo {found['undo_p95_ms']:.1f},"
        f" the slowest ({found['worst']}) {found['worst_p95_ms']:.1f} ms"
    )
    ratio = found["commit_ratio"]
    print(
        f"session: a set committed {found['commit_ms']:.2f} ms = {ratio:.2f} × the driver alone"
        f" (limit {COMMIT_RATIO}) {_verdict(ratio, COMMIT_RATIO)}"
    )


def search(folder: Path) -> None:
    """The journal's search over 11,000 entries, against the driver alone asking the same of FTS5."""
    found = measured("search.py", str(folder / "written"))
    print(
        f"search, 11,000 entries: {found['search_ms']:.1f} ms, 95 of 100 within"
        f" {found['search_p95_ms']:.1f} ms (limit {SEARCH_MS} ms)"
        f" {_verdict(found['search_p95_ms'], SEARCH_MS)};"
        f" with a slip {found['slip_p95_ms']:.1f} ms {_verdict(found['slip_p95_ms'], SEARCH_MS)}"
    )
    print(
        f"search: {found['ratio']:.2f} × FTS5 alone (limit {SEARCH_RATIO})"
        f" {_verdict(found['ratio'], SEARCH_RATIO)}"
    )


def journal(folder: Path) -> None:
    """The journal above thirty years: opening, a key, and each way of saving, within a frame."""
    found = measured("journal.py", str(folder / "diary"))
    print(
        f"journal, 11,000 days: opened in {found['open_ms']:.0f} ms, the first time"
        f" {found['open_first_ms']:.0f} (limit {OPEN_MS} ms) {_verdict(found['open_first_ms'], OPEN_MS)}"
    )
    for name, title in (
        ("key", "a key until it is painted"),
        ("save", "a pause that saves"),
        ("checkin", "a check-in"),
        ("megabyte", "a key in a megabyte"),
        ("longest_save", "a pause that saves 199,000 characters"),
    ):
        slow, slowest = found[f"{name}_p95_ms"], found[f"{name}_max_ms"]
        print(
            f"journal: {title} {found[f'{name}_ms']:.1f} ms, 95 of 100 within {slow:.1f}, the slowest"
            f" {slowest:.1f} (limit {EDIT_MS} ms) {_verdict(slow, EDIT_MS)}"
        )
    slow = found["dressing_p95_ms"]
    print(
        f"journal: one line of 200,000 characters looked at again {slow:.1f} ms (limit {EDIT_MS} ms)"
        f" {_verdict(slow, EDIT_MS)}; a key in it {found['line_ms']:.0f} ms ="
        f" {found['line_ms'] / found['plain_line_ms']:.2f} × Qt's plain editor alone"
    )


def importing(folder: Path) -> None:
    """Importing 100,000 sets, against reading the same rows with csv alone and writing them nowhere."""
    path = folder / "strong.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for index in range(100_000):
            day = index // 20
            date = f"{2000 + day // 336}-{1 + day // 28 % 12:02d}-{1 + day % 28:02d} 18:00:00"
            kilograms = 40 + index % 30 * 2.5
            writer.writerow(
                [date, "A", "45m", "Squat (Barbell)", index % 20 + 1, kilograms, 8, 0, 0, "", "", ""]
            )
    text = path.read_text(encoding="utf-8")
    began = time.perf_counter()
    rows = sum(1 for _row in csv.reader(io.StringIO(text)))
    base = time.perf_counter() - began
    began = time.perf_counter()
    nextrep(folder / "imported", "import", str(path), "--unit", "kg")
    took = time.perf_counter() - began
    print(f"import of {rows - 1} sets: {took:.1f} s = {took / base:.0f} × csv alone")


def trends(folder: Path) -> None:
    """The charts of 1 to 30 years, against pyqtgraph alone drawing the same points."""
    rows = {
        years: measured("trends.py", str(folder / f"trends-{years}"), str(years)) for years in TREND_YEARS
    }
    for span in ("twelve_weeks", "all"):
        print(f"trends, {span.replace('_', ' ')}, ms by years of data (× bare pyqtgraph):")
        print("  years  first paint        frame         p95    read  check-in  session")
        for years, found in rows.items():
            print(f"  {years:>5}  {_trends_row(found, span)}")
        most = rows[TREND_YEARS[-1]]
        for part in ("first", "frame"):
            ratio = most[f"{span}_{part}_ms"] / most[f"{span}_bare_{part}_ms"]
            print(f"  {part}: {ratio:.2f} × bare (limit {TREND_RATIO}) {_verdict(ratio, TREND_RATIO)}")
        for title, key, limit in TREND_LIMITS:
            took = most[f"{span}_{key}"]
            print(f"  {title}: {took:.1f} ms (limit {limit}) {_verdict(took, limit)}")
    most = rows[TREND_YEARS[-1]]
    for title, key, limit in TREND_LIMITS[1:]:
        took = most[f"months_{key}"]
        print(f"trends, all by month: {title}: {took:.1f} ms (limit {limit}) {_verdict(took, limit)}")
    grown = most["grown_mb"]
    print(f"trends, 30 years: memory grows by {grown:.0f} MiB (limit {GROWN_MB}) {_verdict(grown, GROWN_MB)}")


def safekeeping(folder: Path) -> None:
    """What encryption costs against a plain profile: unlocking, a set, Trends' reading of thirty years."""
    found = measured("safekeeping.py", str(folder / "safe"))
    rest = found["rest_encrypted_ms"]
    print(
        f"encrypted: unlocking takes the key derivation ({found['derive_encrypted_ms']:.0f} ms) and"
        f" {rest:.0f} ms (limit {UNLOCK_MS} ms) {_verdict(rest, UNLOCK_MS)}; a plain profile opens in"
        f" {found['rest_plain_ms']:.0f} ms"
    )
    for title, key, limit in SAFE_LIMITS:
        _ratio(f"encrypted: {title}", found[f"{key}_encrypted_ms"], found[f"{key}_plain_ms"], "ms", limit)
    print(f"encrypted: {found['mb']:.1f} MB converted and compared in {found['encrypt_ms'] / 1000:.1f} s")


def _trends_row(found: dict[str, float], span: str) -> str:
    cells = []
    for part in ("first", "frame"):
        took, bare = found[f"{span}_{part}_ms"], found[f"{span}_bare_{part}_ms"]
        cells.append(f"{took:6.1f} ({took / bare:.2f} ×)")
    keys = ("frame_p95_ms", "read_ms", "check_in_ms", "session_ms")
    return "  ".join(cells + [f"{found[f'{span}_{key}']:7.1f}" for key in keys])


def report(folder: Path, decade: Path) -> None:
    """A report of twelve weeks: made, against ReportLab alone drawing the same; and above ten years."""
    weeks = folder / "weeks"
    nextrep(weeks, "demo", "--weeks", "12", "--seed", "1")
    found = measured("report.py", str(weeks), str(decade))
    bare, whole = found["weeks_bare_ms"], found["weeks_whole_ms"]
    print(f"report, 12 weeks: ReportLab alone draws the same in {bare:.0f} ms")
    _ratio("report: the pages made", found["weeks_make_ms"], bare, "ms", REPORT_RATIO)
    print(f"report: read and made {whole:.0f} ms = {whole / bare:.2f} × ReportLab alone")
    print(f"report: {found['weeks_kb']:.0f} kB (limit {REPORT_KB}) {_verdict(found['weeks_kb'], REPORT_KB)}")
    _ratio("report: above ten years", found["decade_whole_ms"], whole, "ms", REPORT_YEARS_RATIO)


def backup(folder: Path) -> None:
    """Backups of thirty years, against copying the file and having the copy on the disk."""
    found = measured("backup.py", str(folder / "backed-up"))
    for kind in ("plain", "encrypted"):
        size, bare = found[f"{kind}_megabytes"], found[f"{kind}_copy_ms"]
        print(f"backup, {kind}, {size:.0f} MB: a copy and fsync take {bare:.0f} ms")
        _ratio(f"backup, {kind}", found[f"{kind}_daily_ms"], bare, "ms", BACKUP_RATIO)
        print(
            f"backup, {kind}: with every page checked {found[f'{kind}_whole_ms']:.0f} ms,"
            f" while another program reads {found[f'{kind}_busy_ms']:.0f} ms"
        )


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="nextrep-bench-") as name:
        folder = Path(name)
        importing(folder)
        logger(folder)
        search(folder)
        backup(folder)
        journal(folder)
        trends(folder)
        safekeeping(folder)
        decade = ten_years(folder)
        windows(folder, decade)
        report(folder, decade)
        planner(folder, decade)


if __name__ == "__main__":
    main()
