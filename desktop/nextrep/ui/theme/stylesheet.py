"""The style sheet, made from a theme. Structure is here, colours are in the tokens."""

from __future__ import annotations

from nextrep.resources.paths import path
from nextrep.ui.theme.theme import CARD_TITLE, PAGE_TITLE, SECONDARY, Theme


def stylesheet(theme: Theme) -> str:
    """Return the Qt style sheet of the whole program for `theme`."""
    return "".join(
        (_text(theme), _surfaces(theme), _buttons(theme), _inputs(theme), _lists(theme), _bars(theme))
    )


def _large(theme: Theme) -> float:
    """Return by how much large figures shrink where all text is large already (see ui.session.controls)."""
    return 1 / max(1.0, theme.scale / 1.3)


def _text(theme: Theme) -> str:
    t, px, large = theme.tokens, theme.px, _large(theme)
    return f"""
    PageTitle {{ font-size: {px(PAGE_TITLE)}px; font-weight: 700; color: {t.ink}; }}
    CardTitle {{ font-size: {px(CARD_TITLE)}px; font-weight: 700; color: {t.ink}; }}
    Strong {{ font-weight: 600; }}
    Secondary {{ font-size: {px(SECONDARY)}px; color: {t.muted}; }}
    SmallTitle {{ font-size: {px(SECONDARY)}px; font-weight: 600; color: {t.muted}; }}
    FieldProblem {{ font-size: {px(SECONDARY)}px; font-weight: 500; color: {t.anxiety}; }}
    Muted {{ color: {t.muted}; }}
    PageTitle[large="true"] {{ font-size: {px(large * 44)}px; }}
    Body[large="true"], Muted[large="true"], Secondary[large="true"], Strong[large="true"] {{
        font-size: {px(large * 30)}px; }}
    SmallTitle[large="true"], FieldProblem[large="true"] {{ font-size: {px(large * 22)}px; }}
    QToolTip {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line};
        padding: {px(4)}px {px(8)}px; }}
    """


def _surfaces(theme: Theme) -> str:
    t, px = theme.tokens, theme.px
    return f"""
    Card {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {px(12)}px; }}
    Well {{ background: {t.bg}; border: 0; border-radius: {px(8)}px; }}
    Divider {{ background: {t.line}; border: 0; }}
    QScrollArea, ScrollPage {{ background: transparent; border: 0; }}
    QScrollArea > QWidget > QWidget#page {{ background: transparent; }}
    Brand {{ font-size: {px(CARD_TITLE)}px; font-weight: 700; color: {t.primary}; }}
    NavBar {{ background: {t.surface}; border: 0; border-bottom: 1px solid {t.line}; }}
    StatusLine {{ background: {t.surface}; border: 0; border-top: 1px solid {t.line}; }}
    StatusLine QLabel {{ font-size: {px(SECONDARY)}px; color: {t.muted}; }}
    InlineMessage {{ border: 1px solid {t.line}; border-radius: {px(8)}px; background: {t.surface}; }}
    InlineMessage[kind="warn"] {{ background: {t.warnbg}; border-color: {t.warn}; }}
    InlineMessage[kind="error"] {{ border-color: {t.anxiety}; }}
    InlineMessage[kind="info"] {{ background: {t.tint}; border-color: {t.tint}; }}
    """


def _buttons(theme: Theme) -> str:
    """Styles of buttons. The border is always 2 px wide, so that the focus ring moves nothing."""
    t, px = theme.tokens, theme.px
    return f"""
    QPushButton, QToolButton {{ min-height: {px(34)}px; padding: 0 {px(14)}px; color: {t.ink};
        background: {t.surface}; border: 1px solid {t.line}; border-radius: {px(8)}px; font-weight: 600;
        outline: 0; }}
    QPushButton:hover, QToolButton:hover {{ background: {t.bg}; border-color: {t.muted}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {t.sunken}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.primary}; padding: 0 {px(14) - 1}px;
        min-height: {px(34) - 2}px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {t.muted}; background: {t.sunken};
        border-color: {t.sunken}; }}
    QPushButton::menu-indicator, QToolButton::menu-indicator {{ width: 0; }}
    PrimaryButton, SecondaryButton {{ min-height: {px(38)}px; padding: 0 {px(18)}px; }}
    SecondaryButton:focus {{ min-height: {px(38) - 2}px; padding: 0 {px(18) - 1}px; }}
    PrimaryButton {{ background: {t.primary}; color: {t.on_primary}; border: 1px solid {t.primary}; }}
    PrimaryButton:hover {{ background: {t.primary_hover}; border-color: {t.primary_hover}; }}
    PrimaryButton:pressed {{ background: {t.primary}; }}
    PrimaryButton:focus {{ border: 1px solid {t.primary}; min-height: {px(38)}px; padding: 0 {px(18)}px; }}
    PrimaryButton:disabled {{ background: {t.sunken}; color: {t.muted}; border-color: {t.sunken}; }}
    LinkButton {{ background: transparent; border: 1px solid transparent; color: {t.primary};
        padding: 0 {px(12)}px; }}
    LinkButton:hover {{ background: {t.tint}; border-color: {t.tint}; }}
    LinkButton:focus {{ border: 2px solid {t.primary}; padding: 0 {px(12) - 1}px; }}
    LinkButton:disabled {{ background: transparent; border-color: transparent; color: {t.muted}; }}
    IconButton {{ background: transparent; border: 1px solid transparent; padding: 0;
        min-width: {px(34)}px; max-width: {px(34)}px; }}
    IconButton:focus {{ border: 2px solid {t.primary}; padding: 0;
        min-width: {px(34) - 2}px; max-width: {px(34) - 2}px; }}
    IconButton[small="true"] {{ min-height: {px(18)}px; min-width: {px(18)}px; max-width: {px(18)}px; }}
    IconButton:disabled {{ background: transparent; border-color: transparent; }}
    IconButton:hover {{ background: {t.sunken}; border-color: {t.sunken}; }}
    TallPrimary, TallSecondary, TallLink, TallPrimary:focus {{ min-height: {px(44) - 2}px; }}
    TallSecondary:focus, TallLink:focus {{ min-height: {px(44) - 4}px; }}
    NavButton, QPushButton[nav="true"] {{ background: transparent; border: 1px solid transparent;
        color: {t.muted}; font-weight: 500;
        padding: 0 {px(13)}px; }}
    NavButton:hover {{ background: {t.bg}; border-color: {t.bg}; color: {t.ink}; }}
    NavButton:checked {{ background: {t.tint}; border-color: {t.tint}; color: {t.primary};
        font-weight: 600; }}
    NavButton:focus {{ border: 2px solid {t.primary}; padding: 0 {px(13) - 1}px; }}
    NavButton[narrow="true"] {{ padding: 0 {px(6)}px; }}
    NavButton[narrow="true"]:focus {{ padding: 0 {max(0, px(6) - 1)}px; }}
    StatusLine LinkButton {{ font-size: {px(SECONDARY)}px; font-weight: 400; color: {t.muted};
        min-height: {px(22)}px; padding: 0 {px(4)}px; }}
    StatusLine LinkButton:focus {{ min-height: {px(22) - 2}px; padding: 0 {px(4) - 1}px; }}
    StatusLine LinkButton:hover {{ color: {t.ink}; }}
    """


def _inputs(theme: Theme) -> str:
    t, px, large = theme.tokens, theme.px, _large(theme)
    folder = path("icons").as_posix() + ("/dark" if theme.dark else "/light")
    box = px(16)
    edits = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox"
    return f"""
    {edits} {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line}; border-radius: {px(8)}px;
        padding: 1px {px(10)}px; selection-background-color: {t.primary}; selection-color: {t.on_primary}; }}
    QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {px(32)}px; }}
    QLineEdit[tall="true"], QComboBox[tall="true"], QAbstractSpinBox[tall="true"] {{
        min-height: {px(40)}px; }}
    QPlainTextEdit, QTextEdit {{ padding: {px(10)}px {px(12)}px; }}
    QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover, QPlainTextEdit:hover {{
        border-color: {t.muted}; }}
    QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{ border: 2px solid {t.primary};
        padding: 0 {px(10) - 1}px; }}
    QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {t.primary};
        padding: {px(10) - 1}px {px(12) - 1}px; }}
    QLineEdit[problem="true"] {{ border: 2px solid {t.anxiety}; padding: 0 {px(10) - 1}px; }}
    Cell[large="true"] {{ font-size: {px(large * 52)}px; font-weight: 700; min-height: {px(large * 118)}px; }}
    QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled {{
        background: {t.sunken}; color: {t.muted}; }}
    QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0;
        background: transparent; }}
    QComboBox {{ padding-right: {px(28)}px; combobox-popup: 0; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: 0; width: {px(28)}px; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{folder}/down.svg");
        width: {px(16)}px; height: {px(16)}px; }}
    QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ background: {t.surface};
        color: {t.ink}; border: 1px solid {t.line};
        selection-background-color: {t.tint}; selection-color: {t.ink}; outline: 0; padding: {px(4)}px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; background: transparent;
        width: {px(22)}px; subcontrol-origin: border; }}
    QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin: {px(4)}px {px(4)}px 0 0; }}
    QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin: 0 {px(4)}px {px(4)}px 0; }}
    QAbstractSpinBox::up-arrow {{ image: url("{folder}/up.svg"); width: {px(12)}px; height: {px(12)}px; }}
    QAbstractSpinBox::down-arrow {{ image: url("{folder}/down.svg"); width: {px(12)}px; height: {px(12)}px; }}
    QCheckBox, QRadioButton {{ spacing: {px(10)}px; min-height: {px(28)}px; padding: 1px {px(4)}px;
        color: {t.ink};
        border: 2px solid transparent; border-radius: {px(8)}px; outline: 0; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {t.primary}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {t.muted}; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{
        width: {box}px; height: {box}px; background: {t.surface};
        border: 1px solid {t.muted}; border-radius: {px(4)}px; }}
    QRadioButton::indicator {{ border-radius: {box // 2 + 1}px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.primary}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked, QCheckBox::indicator:indeterminate {{
        background: {t.primary};
        border-color: {t.primary}; image: url("{folder}/check.svg"); }}
    QRadioButton::indicator:checked {{ border: {px(5)}px solid {t.primary}; width: {box + 2 - 2 * px(5)}px;
        height: {box + 2 - 2 * px(5)}px; border-radius: {box // 2 + 1}px; }}
    """


def _lists(theme: Theme) -> str:
    t, px = theme.tokens, theme.px
    return f"""
    QAbstractItemView {{ background: {t.surface}; alternate-background-color: {t.bg}; color: {t.ink};
        border: 0;
        gridline-color: {t.line}; selection-background-color: {t.tint}; selection-color: {t.ink};
        outline: 0; }}
    QTableView:focus, QListView:focus, QTreeView:focus {{ border: 2px solid {t.primary};
        border-radius: {px(4)}px; }}
    QTableView, QListView, QTreeView {{ border: 2px solid transparent; }}
    QTableView::item, QListView::item, QTreeView::item {{ padding: 0 {px(8)}px; border: 0;
        border-bottom: 1px solid {t.line}; }}
    QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {{ background: {t.tint};
        color: {t.ink}; }}
    QListView::item {{ min-height: {px(36)}px; }}
    QHeaderView {{ background: transparent; border: 0; }}
    QHeaderView::section {{ background: {t.surface}; color: {t.muted}; font-size: {px(SECONDARY)}px;
        font-weight: 600; border: 0; border-bottom: 1px solid {t.line}; padding: {px(6)}px {px(10)}px; }}
    QTableCornerButton::section {{ background: {t.surface}; border: 0; }}
    """


def _bars(theme: Theme) -> str:
    t, px = theme.tokens, theme.px
    return f"""
    QMenu {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line}; padding: {px(4)}px; }}
    QMenu::item {{ padding: {px(8)}px {px(16)}px; border-radius: {px(4)}px; }}
    QMenu::item:selected {{ background: {t.tint}; color: {t.ink}; }}
    QMenu::item:disabled {{ color: {t.muted}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px {px(8)}px; }}
    QScrollBar {{ background: transparent; border: 0; margin: 0; }}
    QScrollBar:vertical {{ width: {px(10)}px; }}
    QScrollBar:horizontal {{ height: {px(10)}px; }}
    QScrollBar::handle {{ background: {_veil(t.muted, 0.45)}; margin: {px(2)}px; border-radius: {px(3)}px; }}
    QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
    QScrollBar::handle:hover {{ background: {t.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QProgressBar {{ background: {t.sunken}; border: 0; border-radius: {px(3)}px; min-height: {px(6)}px;
        max-height: {px(6)}px; }}
    QProgressBar::chunk {{ background: {t.primary}; border-radius: {px(3)}px; }}
    QSplitter::handle {{ background: transparent; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {t.line}; }}
    QTabBar::tab {{ color: {t.muted}; padding: {px(8)}px {px(14)}px; border: 0;
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {t.primary}; border-bottom: 2px solid {t.primary}; }}
    """


def _veil(colour: str, opacity: float) -> str:
    """Return "#RRGGBB" as a partly transparent colour in the notation of style sheets."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {round(opacity * 255)})"
