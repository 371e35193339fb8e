"""The questionnaires that NextRep can score: items, bands, thresholds, and where each was published.

Not one sentence of a questionnaire is here: the person reads those on the official form. The topic labels
are ours. Facts, LOINC codes and licences: the project's clinical notes, section 2.1, from the sources below.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nextrep.domain.journal import Direction
from nextrep.domain.text import kept, tr

DAYS_APART = 14
"""All six look back over two weeks: filled in sooner, two of them would count the same days twice."""

HARM_ITEM = 9
"""Item 9 of the PHQ-9. It is never filled in from other answers, and any answer above 0 gets care at once."""
HARM_CODE = "44260-8"
"""LOINC code of that item, in whatever file it stands."""


class InstrumentKey(StrEnum):
    """Names under which assessments are kept."""

    PHQ9 = "phq-9"
    PHQ8 = "phq-8"
    PHQ2 = "phq-2"
    GAD7 = "gad-7"
    GAD2 = "gad-2"
    WHO5 = "who-5"


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its number on the official form, our topic label, its LOINC code ("" if it has none)."""

    number: int
    label: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A published range of totals, both ends included, with the name that was published for the range.

    `brief` is that name where a table has little room, "" where `title` is short enough.
    """

    low: int
    high: int
    title: str
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A published size of change, in points of the total; `brief` is its source for a narrow column."""

    points: int
    title: str
    source: str
    brief: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """One questionnaire.

    Attributes:
        most: highest value of one answer; the lowest is 0.
        factor: what the sum of the answers is multiplied by.
        may_miss: how many answers may be missing; they count as the mean of the others.
        direction: which end of the total is the better one.
        bands: without gaps, from 0 up to the highest total.
        bands_source, thresholds: where the bands and sizes of change were published.
        panel_code, total_code: LOINC codes, "" where none was found.
    """

    key: InstrumentKey
    title: str
    items: tuple[Item, ...]
    most: int
    factor: int
    may_miss: int
    direction: Direction
    bands: tuple[Band, ...]
    bands_source: str
    thresholds: tuple[Threshold, ...]
    panel_code: str = ""
    total_code: str = ""

    @property
    def highest(self) -> int:
        """The highest total."""
        return len(self.items) * self.most * self.factor

    def item(self, number: int) -> Item | None:
        """Return the item of that number, None where there is none."""
        return next((one for one in self.items if one.number == number), None)

    def band(self, total: int) -> Band:
        """Return the published band of a total between 0 and `highest`."""
        return next(one for one in self.bands if one.low <= total <= one.high)


def _phq_items() -> tuple[Item, ...]:
    return (
        Item(1, tr("Interest"), "44250-9"),
        Item(2, tr("Low mood"), "44255-8"),
        Item(3, tr("Sleep"), "44259-0"),
        Item(4, tr("Energy"), "44254-1"),
        Item(5, tr("Appetite"), "44251-7"),
        Item(6, tr("How you see yourself"), "44258-2"),
        Item(7, tr("Concentration"), "44252-5"),
        Item(8, tr("Pace"), "44253-3"),
        Item(HARM_ITEM, tr("Thoughts of dying or self-harm"), HARM_CODE),
    )


def _gad_items() -> tuple[Item, ...]:
    return (
        Item(1, tr("Nerves"), "69725-0"),
        Item(2, tr("Stopping worry"), "68509-9"),
        Item(3, tr("Amount of worry"), "69733-4"),
        Item(4, tr("Relaxing"), "69734-2"),
        Item(5, tr("Restlessness"), "69735-9"),
        Item(6, tr("Irritability"), "69689-8"),
        Item(7, tr("Dread"), "69736-7"),
    )


def _phq9() -> Instrument:
    """Bands: Kroenke 2001. Change: 5 points, Löwe 2004; 6 points, the manual of NHS Talking Therapies."""
    return Instrument(
        InstrumentKey.PHQ9, "PHQ-9", _phq_items(), 3, 1, 2, Direction.LOWER_IS_BETTER,
        (
            Band(0, 4, tr("minimal")), Band(5, 9, tr("mild")), Band(10, 14, tr("moderate")),
            Band(15, 19, tr("moderately severe")), Band(20, 27, tr("severe")),
        ),
        tr("Kroenke 2001, J Gen Intern Med 16:606"),
        (
            Threshold(5, tr("smallest change that mattered in studies"), tr("Löwe 2004, Med Care 42:1194"),
                      tr("Löwe")),
            Threshold(6, tr("reliable change"), tr("NHS Talking Therapies manual"), tr("NHS")),
        ),
        "44249-1", "44261-6",
    )  # fmt: skip


def _phq8() -> Instrument:
    """The PHQ-9 without item 9. Cut-off: Kroenke 2009; the change of 5 points was published for the PHQ-9."""
    return Instrument(
        InstrumentKey.PHQ8, "PHQ-8", _phq_items()[:8], 3, 1, 2, Direction.LOWER_IS_BETTER,
        (
            Band(0, 9, tr("below the cut-off of 10"), tr("below cut-off 10")),
            Band(10, 24, tr("at or above the cut-off of 10"), tr("cut-off 10 or above")),
        ),
        tr("Kroenke 2009, J Affect Disord 114:163"),
        (
            Threshold(
                5,
                tr("smallest change that mattered in studies of the PHQ-9"),
                tr("Löwe 2004, Med Care 42:1194"),
                tr("Löwe, PHQ-9"),
            ),
        ),
    )  # fmt: skip


def _phq2() -> Instrument:
    """The first two items of the PHQ-9. Cut-off: Arroll 2010. It is not made for following a change."""
    return Instrument(
        InstrumentKey.PHQ2, "PHQ-2", _phq_items()[:2], 3, 1, 0, Direction.LOWER_IS_BETTER,
        (
            Band(0, 2, tr("below the cut-off of 3"), tr("below cut-off 3")),
            Band(3, 6, tr("at or above the cut-off of 3"), tr("cut-off 3 or above")),
        ),
        tr("Arroll 2010, Ann Fam Med 8:348"), (), "55757-9", "55758-7",
    )  # fmt: skip


def _gad7() -> Instrument:
    """Bands: Spitzer 2006. Change: Toussaint 2020, NHS Talking Therapies, Bischoff 2020."""
    return Instrument(
        InstrumentKey.GAD7, "GAD-7", _gad_items(), 3, 1, 2, Direction.LOWER_IS_BETTER,
        (
            Band(0, 4, tr("minimal")), Band(5, 9, tr("mild")), Band(10, 14, tr("moderate")),
            Band(15, 21, tr("severe")),
        ),
        tr("Spitzer 2006, Arch Intern Med 166:1092"),
        (
            Threshold(
                4,
                tr("smallest change that mattered in a study"),
                tr("Toussaint 2020, J Affect Disord 265:395"),
                tr("Toussaint"),
            ),
            Threshold(4, tr("reliable change"), tr("NHS Talking Therapies manual"), tr("NHS")),
            Threshold(
                6,
                tr("reliable change"),
                tr("Bischoff 2020, Psychol Community Health 8:176"),
                tr("Bischoff"),
            ),
        ),
        "69737-5", "70274-6",
    )  # fmt: skip


def _gad2() -> Instrument:
    """The first two items of the GAD-7. Cut-off: Kroenke 2007. It is not made for following a change."""
    return Instrument(
        InstrumentKey.GAD2, "GAD-2", _gad_items()[:2], 3, 1, 0, Direction.LOWER_IS_BETTER,
        (
            Band(0, 2, tr("below the cut-off of 3"), tr("below cut-off 3")),
            Band(3, 6, tr("at or above the cut-off of 3"), tr("cut-off 3 or above")),
        ),
        tr("Kroenke 2007, Ann Intern Med 146:317"), (),
    )  # fmt: skip


def _who5() -> Instrument:
    """Raw sum times 4; cut-offs of 50 and 28, a change of 10 points: Topp 2015. It has no LOINC code."""
    return Instrument(
        InstrumentKey.WHO5, "WHO-5",
        (
            Item(1, tr("Mood")), Item(2, tr("Calm")), Item(3, tr("Energy")), Item(4, tr("Rest")),
            Item(5, tr("Interest")),
        ),
        5, 4, 0, Direction.HIGHER_IS_BETTER,
        (
            Band(0, 28, tr("at or below the cut-off of 28"), tr("cut-off 28 or below")),
            Band(29, 50, tr("above the cut-off of 28, at or below that of 50"), tr("cut-off 50 or below")),
            Band(51, 100, tr("above the cut-off of 50"), tr("above cut-off 50")),
        ),
        tr("Topp 2015, Psychother Psychosom 84:167"),
        (
            Threshold(
                10,
                tr("change that mattered in studies"),
                tr("Topp 2015, Psychother Psychosom 84:167"),
                tr("Topp"),
            ),
        ),
    )  # fmt: skip


_MAKERS = {
    InstrumentKey.PHQ9: _phq9,
    InstrumentKey.PHQ8: _phq8,
    InstrumentKey.PHQ2: _phq2,
    InstrumentKey.GAD7: _gad7,
    InstrumentKey.GAD2: _gad2,
    InstrumentKey.WHO5: _who5,
}


@kept
def instrument(key: InstrumentKey) -> Instrument:
    """Return a questionnaire, its labels in the person's language."""
    return _MAKERS[key]()


def all_instruments() -> tuple[Instrument, ...]:
    """Return all six, in the order in which they are offered."""
    return tuple(instrument(key) for key in InstrumentKey)


def by_codes(codes: frozenset[str]) -> Instrument | None:
    """Return the longest questionnaire whose items are all among these LOINC codes, None if there is none."""
    found = [
        one for one in all_instruments() if one.items[0].code and {item.code for item in one.items} <= codes
    ]
    return max(found, key=lambda one: len(one.items), default=None)
