"""Every setting of the program, with its type, default, scope and title.

To add one: add a `Setting` here, then a control in ui/preferences. Scope MACHINE stays on
this computer (window, looks); scope DATA lives in the profile and travels with its backup.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from nextrep.domain.body_bounds import MOST_BODY_GRAMS
from nextrep.domain.e1rm import Formula
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

T = TypeVar("T", str, bool, int, bytes)


class Scope(StrEnum):
    """Where a setting is kept."""

    MACHINE = "machine"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting.

    Attributes:
        title: gives the name shown to people; called late so that it is in their language.
        choices: allowed values, empty for any.
        low, high: allowed range of an int.
    """

    key: str
    type: type[T]
    default: T
    scope: Scope
    title: Callable[[], str]
    choices: tuple[T, ...] = ()
    low: int | None = None
    high: int | None = None

    def check(self, value: object) -> T:
        """Return `value` if this setting can hold it.

        Raises:
            UserError: wrong type, not one of the choices, or out of range.
        """
        # A bool is an int to Python, but 1 is no answer to a yes-or-no question.
        if not isinstance(value, self.type) or isinstance(value, bool) is not (self.type is bool):
            raise UserError(tr("“{value}” does not fit {name}.", value=value, name=self.title()))
        if self.choices and value not in self.choices:
            raise UserError(tr("“{value}” is not a choice for {name}.", value=value, name=self.title()))
        if not self._in_range(value):
            raise UserError(tr("{name}: {low} to {high}.", name=self.title(), low=self.low, high=self.high))
        return value

    def _in_range(self, value: object) -> bool:
        if self.low is None or self.high is None or not isinstance(value, int):
            return True
        return self.low <= value <= self.high


PERSON_NAME = Setting("person_name", str, "", Scope.DATA, lambda: tr("Your name"))
UNIT = Setting("unit", str, "kg", Scope.DATA, lambda: tr("Unit of weight"), ("kg", "lb"))
EFFORT_SCALE = Setting(
    "effort_scale", str, "off", Scope.DATA, lambda: tr("Effort of a set"), ("off", "rir", "rpe")
)
REST_SECONDS = Setting(
    "rest_seconds", int, 120, Scope.DATA, lambda: tr("Rest between sets, seconds"), low=0, high=900
)
E1RM_FORMULA = Setting(
    "e1rm_formula",
    str,
    str(Formula.EPLEY),
    Scope.DATA,
    lambda: tr("Formula of the estimated 1RM"),
    tuple(map(str, Formula)),
)
OWNED = Setting("owned", str, "", Scope.DATA, lambda: tr("What I have to lift with"))
"""JSON, see domain.owned_data; "" where nothing is said."""
ADVICE_ASIDE = Setting("advice_aside", str, "", Scope.DATA, lambda: tr("Advice put aside"))
"""JSON, see services.advice; "" where nothing was put aside."""
CUES_ON = Setting("cues_on", bool, True, Scope.DATA, lambda: tr("Cues before sets"))
CUES = Setting("cues", str, "", Scope.DATA, lambda: tr("My cues"))
"""JSON, see domain.cue_edits; "" where the cues are as they came."""
TREND_VIEWS = Setting("trend_views", str, "", Scope.DATA, lambda: tr("Views of Trends"))
"""JSON, see domain.panel_data; "" where all are as they came."""
TREND_VIEW = Setting("trend_view", str, "", Scope.DATA, lambda: tr("View of Trends looked at last"))
RATING_ASIDE = Setting(
    "rating_aside", int, 0, Scope.DATA, lambda: tr("“How is it now?” put aside"), low=0, high=2**62
)
"""Id of the session after which not to ask how it is; 0 for none."""
SAFETY_NOTE_SEEN = Setting("safety_note_seen", bool, False, Scope.DATA, lambda: tr("Note before the start"))
BODY_WEIGHT_GRAMS = Setting(
    "body_weight_grams", int, 0, Scope.DATA, lambda: tr("Body weight"), low=0, high=MOST_BODY_GRAMS
)
"""In grams; 0 where the person has not said it, which is how it starts. A weight noted in the journal for the
newest day comes here too, see services.day_context.set_weight."""
DAY_TOPICS = Setting("day_topics", str, "", Scope.DATA, lambda: tr("What to note about a day"))
"""JSON, see domain.day_topics; "" where it is as it comes."""
COUNTRY = Setting("country", str, "", Scope.DATA, lambda: tr("Country of the help lines"))
"""Code of resources/crisis, or domain.safety.ELSEWHERE; "" where the person has chosen none."""
HELP = Setting("help", str, "", Scope.DATA, lambda: tr("Help contacts"))
"""JSON, see domain.safety_data; "" where nothing was changed."""
HARD_DAYS_PLAN = Setting("hard_days_plan", str, "", Scope.DATA, lambda: tr("Plan for hard days"))
"""JSON, see domain.hard_days; "" where nothing was written."""
REPORT_WISHES = Setting("report_wishes", str, "", Scope.DATA, lambda: tr("The report as I had it last"))
"""JSON, see domain.report_wishes; "" where none was made."""
OWN_WORDS = Setting("own_words", str, "", Scope.DATA, lambda: tr("My words"))
"""One word a line, which spelling takes for right."""
PROMPT_THEME = Setting("prompt_theme", str, "", Scope.DATA, lambda: tr("Theme of the questions"))
"""A domain.prompts.PromptTheme; "" where questions of any theme are asked."""
REMINDER_OFF = -1
"""What a time of day is where nothing shall come at it."""
_LAST_MINUTE = 24 * 60 - 1


def _time(key: str, default: int, low: int, title: Callable[[], str]) -> Setting[int]:
    """Return a setting that is a minute of the day."""
    return Setting(key, int, default, Scope.DATA, title, low=low, high=_LAST_MINUTE)


REMIND_CHECK_IN = _time("remind_check_in", REMINDER_OFF, REMINDER_OFF, lambda: tr("Check-in"))
REMIND_TRAINING = _time("remind_training", REMINDER_OFF, REMINDER_OFF, lambda: tr("Training day"))
REMIND_QUESTIONNAIRE = _time("remind_questionnaire", REMINDER_OFF, REMINDER_OFF, lambda: tr("Questionnaires"))
REMIND_BACKUP = _time("remind_backup", REMINDER_OFF, REMINDER_OFF, lambda: tr("Copy of the record"))
QUIET_FROM = _time("quiet_from", 22 * 60, 0, lambda: tr("Quiet from"))
QUIET_TO = _time("quiet_to", 8 * 60, 0, lambda: tr("Quiet until"))
REMINDERS_SHOWN = Setting("reminders_shown", str, "", Scope.DATA, lambda: tr("Reminders shown"))
"""JSON: by kind the last day on which it was shown, see services.reminders; "" for none."""
TRACKING_PAUSES = Setting("tracking_pauses", str, "", Scope.DATA, lambda: tr("Pauses of tracking"))
"""JSON, see domain.tracking_pause; "" where there was none."""
SHARES = Setting("shares", str, "", Scope.DATA, lambda: tr("What was shared"))
"""JSON, see domain.shares; "" where nothing was."""
WORD_LIST = Setting("word_list", str, "", Scope.DATA, lambda: tr("Words to be careful with"))
"""A word on each line, see domain.word_list; "" where there is none."""
ASKED = Setting("asked", str, "", Scope.DATA, lambda: tr("What a check-in asks"))
"""JSON, see domain.measures; "" where order and rhythms are as they came."""
MOOD_CARD_DAY = Setting(
    "mood_card_day", int, 0, Scope.DATA, lambda: tr("Day of the calm card"), low=0, high=4_000_000
)
"""Date ordinal of the day on which low mood last opened the calm card; 0 for never."""
PROFILE_ID = Setting("profile_id", str, "", Scope.DATA, lambda: tr("Mark of the profile"))
"""Letters by which a profile knows its own backups in a folder that several share; "" until the first."""
INVENTED = Setting("invented", bool, False, Scope.DATA, lambda: tr("Invented data"))
NEXT_PROGRAM = Setting("next_program", int, 0, Scope.DATA, lambda: tr("Next program"), low=0, high=2**62)
"""Id of the program that takes over when the current one has come to its end; 0 for none."""

THEME = Setting("theme", str, "system", Scope.MACHINE, lambda: tr("Look"), ("system", "light", "dark"))
SMALLEST_TEXT, LARGEST_TEXT = 75, 300
"""Range of the text size in percent."""
TEXT_SCALE = Setting(
    "text_scale_percent",
    int,
    100,
    Scope.MACHINE,
    lambda: tr("Text size, percent"),
    low=SMALLEST_TEXT,
    high=LARGEST_TEXT,
)
SPELLING_AUTO, SPELLING_OFF = "auto", "off"
SPELLING = Setting("spelling", str, SPELLING_AUTO, Scope.MACHINE, lambda: tr("Spelling"))
"""A language as "en_GB", of this computer's dictionaries; "auto" for its own language, "off" for none."""
BACKUP_FOLDER_PLACE = Setting("backup_folder_place", str, "", Scope.MACHINE, lambda: tr("Place of backups"))
"""A folder; "" for the profile's own."""
BACKUP_PLACE_COPIED = Setting(
    "backup_place_copied", bool, False, Scope.MACHINE, lambda: tr("The place of backups is copied elsewhere")
)
DISCREET = Setting("discreet", bool, False, Scope.MACHINE, lambda: tr("Discreet journal list"))
"""Of this computer, because it depends on where its screen stands and who passes by."""
WHOLE_CHECK_DAY = Setting(
    "whole_check_day", int, 0, Scope.MACHINE, lambda: tr("Last whole check"), low=0, high=4_000_000
)
"""Date ordinal of the day on which the whole file was last checked; 0 for never."""
WINDOW_GEOMETRY = Setting("window_geometry", bytes, b"", Scope.MACHINE, lambda: tr("Window place"))

LOCK_IDLE_MINUTES = Setting(
    "lock_idle_minutes",
    int,
    10,
    Scope.MACHINE,
    lambda: tr("Lock after minutes without a key"),
    low=0,
    high=240,
)
"""0 for never. Only an encrypted profile can be locked."""
LOCK_ON_LEAVE = Setting(
    "lock_on_leave", bool, True, Scope.MACHINE, lambda: tr("Lock when the computer sleeps or is locked")
)
PRIVACY_ASKED = Setting("privacy_asked", bool, False, Scope.DATA, lambda: tr("Passphrase offered"))

SOUND_ON = Setting("sound_on", bool, True, Scope.MACHINE, lambda: tr("Sounds"))
SOUND_VOLUME = Setting(
    "sound_volume_percent", int, 60, Scope.MACHINE, lambda: tr("Volume, percent"), low=0, high=100
)
REST_NOTIFY = Setting("rest_notify", bool, True, Scope.MACHINE, lambda: tr("Say when the rest is over"))
PACER_ON = Setting("pacer_on", bool, True, Scope.DATA, lambda: tr("Breathing in the rest"))
BREATH_IN_S = Setting("breath_in_s", int, 4, Scope.DATA, lambda: tr("Breath in, seconds"), low=2, high=10)
BREATH_OUT_S = Setting("breath_out_s", int, 6, Scope.DATA, lambda: tr("Breath out, seconds"), low=2, high=15)
GET_READY_S = Setting(
    "get_ready_s", int, 5, Scope.DATA, lambda: tr("Get ready for a timed set, seconds"), low=0, high=30
)
