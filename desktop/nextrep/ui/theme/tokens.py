"""The colours of a theme, by what they are for."""

from __future__ import annotations

from dataclasses import dataclass, fields

from nextrep.resources.paths import damaged, read_text


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as "#RRGGBB", one field for each role.

    `primary` to `clarity` and `warn` are for text and series; those ending in "bg" or "tint" go behind them.
    """

    bg: str
    surface: str
    sunken: str
    ink: str
    muted: str
    line: str
    primary: str
    primary_hover: str
    on_primary: str
    tint: str
    win: str
    wintint: str
    mood: str
    sleep: str
    anxiety: str
    stress: str
    energy: str
    confidence: str
    clarity: str
    warn: str
    warnbg: str


def load_tokens(name: str) -> Tokens:
    """Read the theme `name` ("light" or "dark") from resources.

    Raises:
        KnownError: there is no such theme, or the file lacks a role.
    """
    file = f"themes/{name}.toml"
    colours = _flat_toml(read_text(file))
    try:
        return Tokens(**{role.name: colours[role.name] for role in fields(Tokens)})
    except KeyError:
        raise damaged(file) from None


def _flat_toml(content: str) -> dict[str, str]:
    """Read lines of `name = "value"`, all that a theme uses: a TOML parser would delay the first paint."""
    pairs = (line.split("=", 1) for line in content.splitlines() if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip().strip('"') for name, value in pairs}
