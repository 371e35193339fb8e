"""The commands of dev.py. Each takes the checkout's root and the further words, and returns an exit code."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tools import debian, quick_trial
from tools.audit import audit as packages_audit
from tools.console import SetupError, call, say
from tools.environment import WINDOWS, Environment, Lock
from tools.shipping.signing import PASSWORD, PUBLIC_KEY, check_release, sign_release
from tools.shipping.source import version_of
from tools.shipping.sums import write_sums
from tools.shipping.targets import TARGETS, Workshop, make
from tools.shipping.twice import build_twice
from tools.steps import Steps

RUNTIME_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"
# What the tests below the window must do without.
QT_PACKAGES = {"pyside6-essentials", "shiboken6", "pyqtgraph", "pytest-qt"}
# Folders of tests that need a window; every other folder runs where Qt is not installed.
WINDOW_TESTS = ("ui", "e2e", "machine", "install")
# Of these, those whose tests are long and share nothing: every processor takes some, file by file where the
# tests of a file share what is dear to make. Not those of whole programs: they wait for each other's answers
# on a clock, and two at a time have lost a key now and then.
SHARED_OUT = {"ui": "loadfile", "machine": "load"}


def run(root: Path, words: list[str]) -> int:
    """Open the program."""
    python = _environment(root, RUNTIME_LOCK, qt=True)
    command = [str(python), "-m", "nextrep", *words]
    if not WINDOWS:
        # The program takes this process's place, so that a signal meant for it reaches it.
        sys.stdout.flush()
        os.execve(command[0], command, _source_env(root))  # noqa: S606
    return call(*command, env=_source_env(root))


def setup(root: Path, words: list[str]) -> int:
    """Make everything ready, and repair it where it is damaged."""
    _no_words("setup", words)
    Environment(root / ".venv").mend()
    Environment(root / ".venv-core").mend()
    _environment(root, DEV_LOCK, qt=True, tests=True)
    _core_environment(root)
    say("ready: python3 dev.py run")
    return 0


def test(root: Path, words: list[str]) -> int:
    """Run every check and test, or pytest alone with `words`."""
    began = time.monotonic()
    Environment(root / ".venv").mend()
    python = _environment(root, DEV_LOCK, qt=True, tests=True)
    env = _source_env(root)
    if words[:1] == ["--install"]:
        return _test_installing(root, python, words[1:])
    if words:
        return call(python, "-m", "pytest", *words, env=env, cwd=root)
    Environment(root / ".venv-core").mend()
    core = _core_environment(root)
    steps = Steps(root)
    _add_checks(steps, python, env)
    tests = root / "tests"
    below = sorted(
        folder.name
        for folder in tests.iterdir()
        if folder.name not in WINDOW_TESTS and any(folder.rglob("test_*.py"))
    )
    steps.run("no Qt below the window", [core, "-c", _NO_QT], env)
    parallel = ["-n", "auto", "--dist", "loadscope"]
    steps.pytest("tests below the window", [core, "-m", "pytest", *parallel, *_paths(below)], env)
    for name in WINDOW_TESTS:
        if any((tests / name).rglob("test_*.py")):
            share = ["-n", "auto", "--dist", SHARED_OUT[name]] if name in SHARED_OUT else []
            steps.pytest(f"tests of {name}", [python, "-m", "pytest", *share, *_paths([name])], env)
    if not env.get("NEXTREP_INSTALL"):
        quick_trial.run(steps, root, python, env, began)
        steps.left_out("all other trials of installing", "python3 dev.py test --install")
    return steps.summary()


def _test_installing(root: Path, python: Path, words: list[str]) -> int:
    """Build what people install, and install, use and remove it on bare systems. Takes minutes."""
    env = {**_source_env(root), "NEXTREP_INSTALL": "1"}
    if words == ["--allow-missing"]:
        env["NEXTREP_ALLOW_MISSING"] = "1"
    elif words:
        raise SetupError(f"test --install takes --allow-missing and nothing else; not {' '.join(words)}")
    if sys.platform.startswith("linux") and os.geteuid() == 0:
        debian.ensure(bare=True)
    steps = Steps(root)
    steps.pytest("installing", [python, "-m", "pytest", "-s", "tests/install"], env)
    return steps.summary()


def check(root: Path, words: list[str]) -> int:
    """Run the linter, the formatter's check, the type checker and the import rules."""
    _no_words("check", words)
    steps = Steps(root)
    _add_checks(steps, _environment(root, DEV_LOCK), _source_env(root))
    return steps.summary()


def fix(root: Path, words: list[str]) -> int:
    """Mend what the linter and the formatter can mend by themselves."""
    _no_words("fix", words)
    ruff = [_environment(root, DEV_LOCK), "-m", "ruff"]
    found = call(*ruff, "check", "--fix", root)
    return call(*ruff, "format", root) or found


def bench(root: Path, words: list[str]) -> int:
    """Run the benchmarks, which print what they measure beside its target."""
    python = _environment(root, DEV_LOCK, qt=True, tests=True)
    return call(python, root / "benchmarks" / "run.py", *words, env=_source_env(root))


def simulate(root: Path, words: list[str]) -> int:
    """Count how often the sentences of Trends say that something changed where nothing did."""
    python = _environment(root, DEV_LOCK)
    return call(python, "-m", "benchmarks.false_alarms", *words, env=_source_env(root), cwd=root)


def screens(root: Path, words: list[str]) -> int:
    """Draw every screen to PNG; of an invented profile, unless `words` name one."""
    if not words or words[0].startswith("-"):
        raise SetupError("Say which folder the pictures go to: python3 dev.py screens OUT")
    program = [_environment(root, RUNTIME_LOCK, qt=True), "-m", "nextrep"]
    env = _source_env(root)
    if "--profile" in words:
        at = words.index("--profile")
        rest = words[:at] + words[at + 2 :]
        return call(*program, *words[at : at + 2], "screens", *rest, env=env)
    with tempfile.TemporaryDirectory(prefix="nextrep-screens-") as profile:
        made = call(*program, "--profile", profile, "demo", "--weeks", "16", "--seed", "1", env=env)
        return made or call(*program, "--profile", profile, "screens", *words, env=env)


def build(root: Path, words: list[str]) -> int:
    """Build into dist/ what `words` name, else the wheel, and the checksums of all that lies there.

    What cannot be made on this computer ends the build, or with --allow-missing is said and left out.
    """
    known = [*TARGETS, "all"]
    wanted = [word for word in words if not word.startswith("--")] or ["wheel"]
    options = ("--release", "--allow-missing", "--twice")
    if strange := [word for word in words if word not in (*known, *options)]:
        raise SetupError(f"build takes {', '.join((*known, *options))}; not {' '.join(strange)}")
    release = "--release" in words
    given = dict(os.environ)
    os.environ.pop(PASSWORD, None)  # no program that the build starts gets to see it
    workshop = Workshop(root, _environment(root, DEV_LOCK), _source_env(root), release=release)
    names = [name for name in TARGETS if name in wanted or "all" in wanted]
    missing = make(workshop, names, may_be_missing="--allow-missing" in words)
    if "--twice" in words:
        left_out = {line.partition(":")[0] for line in missing}
        build_twice(workshop, [name for name in names if name not in left_out])
    say(f"checksums: {write_sums(workshop.out).relative_to(root)}")
    if release and not missing and names == list(TARGETS):
        sign_release(root, workshop.out, workshop.version, given)
    elif release:
        say("NOT SIGNED: only what `build all` made in one go, from one commit, is signed.")
    return 0


def verify(root: Path, words: list[str]) -> int:
    """Check a folder of downloads: the signature, the version that it names, the sum of each file."""
    if not 1 <= len(words) <= 2:
        raise SetupError("Say which folder, and which version: python3 dev.py verify FOLDER [VERSION]")
    version = words[1] if words[1:] else version_of(root)
    commit = check_release(Path(words[0]), root / PUBLIC_KEY, version)
    say(f"whole, signed, and NextRep {version}, built from commit {commit}")
    return 0


def audit(root: Path, words: list[str]) -> int:
    """Ask whether a package of the locks has a known weakness; needs a network."""
    _no_words("audit", words)
    debian.ensure(venv=True, qt=False, tests=False)
    return packages_audit(root, (RUNTIME_LOCK, DEV_LOCK))


def notices(root: Path, words: list[str]) -> int:
    """Collect the licence texts of everything that comes with the program."""
    _no_words("notices", words)
    python = _environment(root, DEV_LOCK)
    return call(python, "-m", "tools.notices", env=_source_env(root), cwd=root)


def keep_profile(root: Path, words: list[str]) -> int:
    """Store a small profile of this version's format; docs/releasing.md says when."""
    _no_words("keep-profile", words)
    python = _environment(root, DEV_LOCK)
    folder = root / "tests" / "fixtures" / "profiles"
    return call(python, "-m", "tools.kept_profile", folder, env=_source_env(root), cwd=root)


_NO_QT = """
import importlib.util
found = [name for name in ("PySide6", "shiboken6", "pyqtgraph") if importlib.util.find_spec(name)]
assert not found, f"{found} can be imported where the tests below the window run"
"""


def _environment(root: Path, lock: str, *, qt: bool = False, tests: bool = False) -> Path:
    """Make the environment with what `lock` names, and the system ready for it; return its interpreter."""
    environment = Environment(root / ".venv")
    wanted = Lock.read(root / lock)
    debian.ensure(venv=not environment.is_ready(wanted), qt=qt, tests=tests)
    if lock != RUNTIME_LOCK:
        environment.ensure(Lock.read(root / RUNTIME_LOCK))
    environment.ensure(wanted)
    return environment.python


def _core_environment(root: Path) -> Path:
    """Make the environment without Qt and return its interpreter."""
    environment = Environment(root / ".venv-core")
    environment.ensure(Lock.read(root / DEV_LOCK).without("requirements-core.txt", QT_PACKAGES))
    return environment.python


def _add_checks(steps: Steps, python: Path, env: dict[str, str]) -> None:
    scripts = python.parent
    steps.run("linter", [python, "-m", "ruff", "check", "."], env)
    steps.run("formatting", [python, "-m", "ruff", "format", "--check", "."], env)
    steps.run("types", [python, "-m", "mypy"], env)
    steps.run("import rules", [scripts / ("lint-imports.exe" if WINDOWS else "lint-imports")], env)


def _paths(folders: list[str]) -> list[str]:
    return [f"tests/{name}" for name in folders]


def _source_env(root: Path) -> dict[str, str]:
    return dict(os.environ, PYTHONPATH=str(root / "desktop"))


def _no_words(command: str, words: list[str]) -> None:
    if words:
        raise SetupError(f"{command} takes no further words; it was given: {' '.join(words)}")
