"""The look: readable in both themes, scaled with the text, the same everywhere."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from nextrep.ui.theme import contrast
from nextrep.ui.theme.apply import _from_palette, apply_theme
from nextrep.ui.theme.fonts import FILES, system_scale, ui_family
from nextrep.ui.theme.icons import pixmap
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.theme.tokens import load_tokens
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.labels import Body, PageTitle

THEMES = ("light", "dark")
SERIES = ("primary", "mood", "sleep", "anxiety", "stress", "energy", "confidence", "clarity")
PAIRS = (("on_primary", "primary"), ("on_primary", "primary_hover"), ("win", "wintint"), ("warn", "warnbg"))
OTHERS = (("primary", "tint"), ("ink", "tint"), ("ink", "warnbg"), ("muted", "sunken"), ("ink", "sunken"))


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, "light")


def test_contrast_of_known_pairs():
    """The worked values of WCAG: black on white is 21, and the grey #767676 just passes on white."""
    assert contrast.ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast.ratio("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast.ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("behind", ["surface", "bg"])
@pytest.mark.parametrize("role", ["ink", "muted", *SERIES])
def test_text_and_series_can_be_read(theme: str, behind: str, role: str):
    """Series colours also write numbers, so they are held to the limit for text."""
    colours = asdict(load_tokens(theme))
    assert contrast.ratio(colours[role], colours[behind]) >= contrast.TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "behind"), PAIRS + OTHERS)
def test_text_on_colour_can_be_read(theme: str, front: str, behind: str):
    colours = asdict(load_tokens(theme))
    assert contrast.ratio(colours[front], colours[behind]) >= contrast.TEXT


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_ring_stands_out(theme: str):
    colours = asdict(load_tokens(theme))
    for behind in ("surface", "bg", "sunken", "tint"):
        assert contrast.ratio(colours["primary"], colours[behind]) >= contrast.GRAPHIC
    assert contrast.ratio(colours["on_primary"], colours["primary"]) >= contrast.GRAPHIC


@pytest.mark.parametrize("theme", THEMES)
def test_tokens_are_what_a_toml_parser_reads(theme: str, repo: Path):
    """The short reader that start-up uses must not drift from the format."""
    with (repo / "resources" / "themes" / f"{theme}.toml").open("rb") as file:
        assert asdict(load_tokens(theme)) == tomllib.load(file)


@pytest.mark.parametrize("theme", THEMES)
def test_the_theme_reaches_palette_and_widgets(qapp: QApplication, theme: str):
    applied = apply_theme(qapp, theme)
    label = Body("text")
    label.ensurePolished()
    assert applied.dark == (theme == "dark")
    assert current_theme() is applied
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(applied.tokens.bg)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(applied.tokens.ink)
    label.deleteLater()


def test_unknown_choice_counts_as_system(qapp: QApplication):
    assert apply_theme(qapp, "plaid").tokens in {load_tokens("light"), load_tokens("dark")}


@pytest.mark.parametrize(("percent", "body", "title"), [(100, 14, 24), (150, 21, 36), (200, 28, 48)])
def test_text_grows_with_the_scale(qapp: QApplication, percent: int, body: int, title: int):
    theme = apply_theme(qapp, "light", percent / 100)
    small, large = Body("a"), PageTitle("a")
    for label in (small, large):
        label.ensurePolished()
    assert small.fontInfo().pixelSize() == round(body * theme.scale / theme.text_scale)
    assert large.fontInfo().pixelSize() == round(title * theme.scale / theme.text_scale)
    assert theme.px(16) == round(16 * theme.scale)
    for label in (small, large):
        label.deleteLater()


def test_a_living_widget_follows_a_new_theme(qapp: QApplication):
    apply_theme(qapp, "light")
    button = IconButton("close", "Close")
    before = button.icon().pixmap(20).toImage()
    apply_theme(qapp, "dark")
    assert button.icon().pixmap(20).toImage() != before
    button.deleteLater()


def test_larger_system_text_makes_everything_larger():
    ordinary, large = QFont(), QFont()
    ordinary.setPixelSize(13)
    large.setPixelSize(30)
    assert system_scale(ordinary) == 1
    assert system_scale(large) == pytest.approx(2)


def test_a_bare_fallback_font_gives_way_to_ours(qapp: QApplication):
    bare = QFont("DejaVu Sans")
    assert ui_family(bare) == "Noto Sans"


@pytest.mark.parametrize("name", FILES)
def test_bundled_fonts_can_be_embedded(name: str, repo: Path):
    """The report writer embeds them: TrueType outlines, not CFF."""
    data = (repo / "resources" / "fonts" / name).read_bytes()
    assert data[:4] == b"\x00\x01\x00\x00"
    assert b"glyf" in data[:400]


def test_every_icon_takes_the_colour_asked_for(qapp: QApplication, repo: Path):
    files = (repo / "resources" / "icons").glob("*.svg")
    names = sorted(file.stem for file in files if file.stem != "nextrep")  # the program's own has its colours
    sources = "".join(file.read_text(encoding="utf-8") for file in (repo / "desktop").rglob("ui/**/*.py"))
    assert "check" in names
    assert not [name for name in names if f'"{name}"' not in sources]
    for name in names:
        picture = pixmap(name, "#FF0000", 40).toImage().convertToFormat(QImage.Format.Format_ARGB32)
        seen = [
            picture.pixelColor(x, y)
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() > 200
        ]
        assert seen, f"{name} is blank"
        assert all(colour.red() > 200 and colour.green() < 60 for colour in seen), name


def test_high_contrast_takes_the_systems_colours():
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#00FFFF"))
    tokens = _from_palette(palette)
    assert tokens.ink == tokens.muted == tokens.line == tokens.mood == "#ffff00"
    assert tokens.primary == "#00ffff"


def test_markup_in_a_persons_words_stays_visible(qtbot):
    label = Body("<b>3 < 4</b>")
    qtbot.addWidget(label)
    plain = QLabel("<b>3 < 4</b>")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width()


@pytest.mark.parametrize("theme", THEMES)
def test_an_arrow_that_cannot_be_used_stands_back(qapp: QApplication, theme: str):
    apply_theme(qapp, theme)
    arrow = IconButton("chevron-left", "Earlier")
    modes = (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    usual, off = (arrow.icon().pixmap(20, mode).toImage() for mode in modes)
    assert usual.size() == off.size()
    assert strongest(off) < strongest(usual) / 2


def strongest(picture: QImage) -> int:
    """Return the alpha (0 to 255) of the least transparent pixel."""
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(picture.pixelColor(x, y).alpha() for x, y in places)
