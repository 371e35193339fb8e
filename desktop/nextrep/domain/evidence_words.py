"""How the page "What is known" says its tiers, verdicts and entries."""

from __future__ import annotations

from nextrep.domain.days import month_title
from nextrep.domain.evidence import Checked, Claim, Tier, Verdict
from nextrep.domain.text import tr


def introduction() -> tuple[str, ...]:
    """Return what is said before the first entry, a paragraph each (clinical.md, section 6.1, last line)."""
    return (
        tr(
            "What studies found on strength training and the mind, and what they did not. "
            "Average effects; your own result can differ."
        ),
        tr("Nothing here is about you, and nothing here is a promise or advice on treatment."),
    )


def reading_help() -> str:
    """Return how the figures are to be read. The sizes are those of Cohen 1988, a convention."""
    return tr(
        "d, g and similar numbers say how far two groups lie apart, measured by "
        "how much people differ anyway; by convention about 0.2 is called small, 0.5 medium and 0.8 large. "
        "Brackets hold the interval in which the authors expect the average, most often with 95 % "
        "confidence. Where it holds no difference at all, the direction is open. p is how often chance alone "
        "would give such a difference or a larger one."
    )


def tier_title(tier: Tier) -> str:
    """Return the heading of a tier."""
    return {
        Tier.REASONABLE: tr("Reasonably supported"),
        Tier.SMALL: tr("Small or limited"),
        Tier.NARROW: tr("Shown for a narrow case"),
        Tier.OPEN: tr("Open"),
        Tier.UNSUPPORTED: tr("Not supported as often told"),
    }[tier]


def tier_meaning(tier: Tier) -> str:
    """Return what a tier stands for, in one sentence."""
    return {
        Tier.REASONABLE: tr("Several good studies or guidelines agree."),
        Tier.SMALL: tr("There is something, but it is small, or the studies are few or weak."),
        Tier.NARROW: tr("Found in one group of people or for one thing, and not beyond it."),
        Tier.OPEN: tr("Results differ, or nobody has tested it."),
        Tier.UNSUPPORTED: tr("Often read, but the studies say something else, or there is none."),
    }[tier]


def verdict_title(verdict: Verdict) -> str:
    """Return a verdict in lower case, as it goes on in a sentence."""
    return {
        Verdict.SUPPORTED: tr("supported"),
        Verdict.PARTLY: tr("partly supported"),
        Verdict.OVERSTATED: tr("overstated"),
        Verdict.MISATTRIBUTED: tr("said of a wrong source"),
        Verdict.NOT_FOUND: tr("no such study found"),
        Verdict.CONTRADICTED: tr("contradicted"),
        Verdict.UNTESTED: tr("not tested"),
        Verdict.RISKY: tr("can do harm"),
    }[verdict]


def checked_words(claim: Claim) -> str:
    """Return when the note was written, and how its facts are known."""
    year, month = claim.written
    when = tr("{month} {year}", month=month_title(month), year=year)
    return {
        Checked.VERIFIED: tr("Written in {when}; compared with a public source then.", when=when),
        Checked.PARTLY: tr(
            "Written in {when}; compared with a public source in part, the rest is general knowledge.",
            when=when,
        ),
        Checked.MEMORY: tr(
            "Written in {when} from general knowledge; not compared with a source yet.", when=when
        ),
    }[claim.checked]


def claim_lines(claim: Claim) -> tuple[tuple[str, str], ...]:
    """Return what an entry says below its claim: heading and text, in the order in which it is read."""
    verdicts = ", ".join(verdict_title(one) for one in claim.verdict)
    return (
        (tr("As often told"), f"{verdicts[:1].upper()}{verdicts[1:]}."),
        (tr("What was studied"), tr(claim.studied)),
        (tr("In whom"), tr(claim.people)),
        (tr("How large"), tr(claim.effect)),
        (tr("What it does not show"), tr(claim.limits)),
        (tr("Source"), source_text(claim)),
        (tr("This note"), checked_words(claim)),
    )


def source_text(claim: Claim) -> str:
    """Return the sources in one line, as they go to the clipboard."""
    return "; ".join(claim.source)
