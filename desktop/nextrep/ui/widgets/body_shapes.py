"""The figure of the body map: our own simple shapes, as points of smooth closed curves.

Points are of one half, from the middle line (x = 0) outwards, in a space 220 high; the other half is its
mirror image.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

from nextrep.domain.exercises import MuscleGroup as Group

HEIGHT = 220.0
HALF_WIDTH = 50.0

Points = Sequence[tuple[float, float]]

_TORSO: Points = (
    (0, 26), (5.2, 26), (6.4, 30.5), (13, 34), (20.5, 36), (25, 41), (25.5, 50), (21.5, 57), (19.6, 66),
    (16.8, 80), (16.4, 88), (18.4, 99), (20.5, 112), (20.3, 128), (17.6, 146), (15.4, 158), (16.6, 170),
    (15.5, 184), (11.8, 200), (11.6, 207), (14.8, 213), (13.6, 216.8), (6, 216.8), (4.5, 211), (5.3, 203),
    (3.5, 186), (2.7, 172), (3.9, 158), (2.4, 142), (1.5, 128), (0, 119), (-4, 110),
)  # fmt: skip
_ARM: Points = (
    (19, 36), (25.5, 39.2), (29.6, 47), (31.4, 57), (34.4, 69), (35.8, 79), (39.8, 92), (42.4, 107),
    (44.2, 114), (46.8, 121), (46.4, 129), (43.6, 133.5), (40, 131.5), (38.2, 122), (37, 112), (32.2, 98),
    (28.4, 86), (26.2, 78), (23, 67), (20.4, 57), (18, 46),
)  # fmt: skip
_HEAD = QRectF(-8.6, 3, 17.2, 23.5)


def _block(left: float, right: float, top: float, bottom: float) -> Points:
    """Return a rectangle with round corners."""
    round_x, round_y = (right - left) * 0.22, (bottom - top) * 0.22
    return (
        (left, top + round_y), (left + round_x, top), (right - round_x, top), (right, top + round_y),
        (right, bottom - round_y), (right - round_x, bottom), (left + round_x, bottom),
        (left, bottom - round_y),
    )  # fmt: skip


_FOREARM: Points = (
    (27.6, 81.2), (30.6, 79.6), (34.4, 80.2), (36.8, 85), (39, 94), (40.4, 105.5), (39.2, 109), (37.4, 107.5),
    (33.2, 97), (29.4, 88),
)  # fmt: skip
_UPPER_ARM: Points = (
    (21.9, 52.5), (24.6, 55.4), (28.6, 57), (30.8, 60.5), (33, 69), (33.4, 75), (30.6, 77.6), (27.6, 75),
    (24.4, 67.5), (22.2, 59.5),
)  # fmt: skip
_SHOULDER: Points = (
    (17, 39), (20.4, 37.2), (25, 39.6), (28.2, 45), (29.6, 52.5), (28, 55), (24.6, 53), (21.6, 48),
     (18.4, 42.8),
)  # fmt: skip

_FRONT: dict[Group, tuple[Points, ...]] = {
    Group.CHEST: ((
        (0.9, 42), (6, 39.8), (13.4, 40.2), (18, 44.4), (19.2, 50.4), (15.6, 56), (8.6, 58), (2.6, 56.6),
        (0.9, 52),
    ),),
    Group.SHOULDERS: (_SHOULDER,),
    Group.ARMS: (_UPPER_ARM, _FOREARM),
    Group.CORE: (
        _block(0.8, 7.6, 60.2, 68), _block(0.8, 7.4, 69.8, 77.8), _block(0.8, 7.2, 79.6, 87.6),
        ((0.8, 91), (2, 89.4), (5.4, 89.4), (7, 91.4), (6.8, 97), (4.8, 105), (2.2, 110.6), (0.8, 110.4)),
        (
            (9.4, 62.6), (11.4, 60.4), (16, 58.8), (17.6, 60.6), (17.2, 67), (15, 77.5), (14.4, 87),
             (15.6, 96),
            (13.6, 100.6), (10.6, 100.4), (9, 96), (8.8, 86), (9.4, 74),
        ),
    ),
    Group.QUADS: (
        (
            (14.2, 108), (17, 106), (18.8, 109.5), (19, 118), (18.4, 130), (16.4, 144), (14.2, 151.5),
            (12.3, 149), (12.6, 136), (13.4, 121),
        ),
        (
            (8, 112), (10.6, 107.8), (12, 110.5), (12, 122), (11.2, 137), (10, 149), (7.8, 148.5), (6, 138),
            (5.2, 126), (6, 118),
        ),
        ((2.6, 121), (4.2, 121.4), (4.5, 134), (6.5, 147), (7.6, 152.4), (5.6, 155.4), (4.4, 148),
         (3.1, 135)),
    ),
    Group.CALVES: (
        ((11.2, 164), (13.4, 162.8), (15, 169), (14.6, 178), (12.4, 190), (10.8, 196.5), (9.8, 192),
         (10.3, 178)),
        ((5, 163.6), (7, 163.6), (7.9, 174), (7.7, 187), (6.7, 196), (5.5, 190), (4.1, 179), (4, 170)),
    ),
}  # fmt: skip
_BACK: dict[Group, tuple[Points, ...]] = {
    Group.BACK: (
        (
            (0.7, 28), (3.8, 27.4), (5.4, 31), (9.6, 34.4), (15.2, 36.2), (16, 38.6), (11.6, 41), (8, 45),
            (5.4, 53), (3, 61), (0.7, 66.5),
        ),
        (
            (8.2, 49.5), (10.8, 44.6), (15.6, 42.4), (19.4, 45.4), (20.2, 52), (18.6, 60.5), (16.6, 71),
            (13.4, 78), (9.4, 80.4), (6.2, 75), (4.8, 65), (6, 56),
        ),
        ((0.7, 71), (3, 69.8), (5.4, 77), (9.4, 83.6), (12.2, 89), (10.4, 95.2), (5, 98.4), (0.7, 101)),
    ),
    Group.SHOULDERS: (_SHOULDER,),
    Group.ARMS: (_UPPER_ARM, _FOREARM),
    Group.GLUTES: ((
        (0.9, 105.5), (3.6, 101), (10, 99.2), (16, 101.8), (18.9, 108), (18, 115.4), (12.6, 120),
         (5.4, 120.4),
        (1.3, 117),
    ),),
    Group.HAMSTRINGS: (
        (
            (12, 122.6), (16, 120.6), (18.6, 121.6), (18.6, 131), (16.4, 145), (14, 154),
             (11.8, 154.4), (10.9, 146),
            (11, 132),
        ),
        (
            (3, 122.2), (6, 123), (9, 123.6), (9.6, 130), (9.2, 141), (8.4, 152), (6, 155.6), (4.6, 151),
            (3.3, 139), (2.5, 128),
        ),
    ),
    Group.CALVES: (
        ((10.4, 162), (12.6, 160.4), (15, 165), (15.6, 173), (14, 183), (11.8, 188), (10.2, 184), (10, 172)),
        ((5, 161.6), (7.2, 160.4), (8.7, 165), (8.8, 176), (8, 187), (6, 188.6), (4, 181), (3.5, 170)),
        ((6.2, 192), (8.6, 190.8), (11.2, 191), (11, 197), (9.6, 204.4), (7, 204.6), (6.2, 198)),
    ),
}  # fmt: skip


class Figure:
    """One side of the body in its own space: x from -50 to 50 around the middle line, y from 0 to 220.

    Attributes:
        outline: the whole figure.
        groups: its muscle groups; each path has both halves.
        reach: the groups a little larger, so that the gaps between them can be pointed at too.
    """

    def __init__(self, groups: dict[Group, tuple[Points, ...]]) -> None:
        self.outline = _outline()
        self.groups = {group: _both([_smooth(points) for points in parts]) for group, parts in groups.items()}
        self.reach = {group: _wider(path) for group, path in self.groups.items()}

    def group_at(self, point: QPointF) -> Group | None:
        """Return the muscle group at a point of its space."""
        for paths in (self.groups, self.reach):
            for group, path in paths.items():
                if path.contains(point):
                    return group
        return None


@lru_cache(maxsize=1)
def front() -> Figure:
    """Return the figure seen from the front, made once."""
    return Figure(_FRONT)


@lru_cache(maxsize=1)
def back() -> Figure:
    """Return the figure seen from behind, made once."""
    return Figure(_BACK)


def _outline() -> QPainterPath:
    head, neck = QPainterPath(), QPainterPath()
    head.addEllipse(_HEAD)
    neck.addRect(QRectF(-5.2, 19, 10.4, 12))
    half = _smooth(_TORSO).united(_smooth(_ARM))
    mirrored = QTransform.fromScale(-1, 1).map(half)
    return half.united(mirrored).united(neck).united(head).simplified()


def _both(parts: Sequence[QPainterPath]) -> QPainterPath:
    """Return the parts and their mirror images as one path."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    mirror = QTransform.fromScale(-1, 1)
    for part in parts:
        path.addPath(part)
        path.addPath(mirror.map(part))
    return path


def _smooth(points: Points) -> QPainterPath:
    """Return a closed curve through the points (Catmull-Rom, as cubic Bézier curves)."""
    path = QPainterPath(QPointF(*points[0]))
    count = len(points)
    for index in range(count):
        before, start, end, after = (points[(index + step) % count] for step in (-1, 0, 1, 2))
        path.cubicTo(
            QPointF(start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
            QPointF(end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
            QPointF(*end),
        )
    path.closeSubpath()
    return path


def _wider(path: QPainterPath) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(5)
    wide = stroker.createStroke(path)
    wide.setFillRule(Qt.FillRule.WindingFill)
    return wide
