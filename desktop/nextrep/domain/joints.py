"""Joints that a person may want to be gentle with."""

from __future__ import annotations

from enum import StrEnum

from nextrep.domain.text import tr


class Joint(StrEnum):
    """Places that are often sore. What loads them most is listed in resources/exercises/joints.json."""

    NECK = "neck"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"
    LOWER_BACK = "lower back"
    HIP = "hip"
    KNEE = "knee"
    ANKLE = "ankle"


def joint_title(joint: Joint) -> str:
    """Return a joint as people read it."""
    return {
        Joint.NECK: tr("Neck"),
        Joint.SHOULDER: tr("Shoulder"),
        Joint.ELBOW: tr("Elbow"),
        Joint.WRIST: tr("Wrist"),
        Joint.LOWER_BACK: tr("Lower back"),
        Joint.HIP: tr("Hip"),
        Joint.KNEE: tr("Knee"),
        Joint.ANKLE: tr("Ankle"),
    }[joint]
