"""Ratings of a day."""

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.journal import Rating, check_ratings


def test_a_rating_outside_its_scale_is_refused_by_name() -> None:
    with pytest.raises(UserError, match="Anxiety goes from 0 to 10"):
        check_ratings({Rating.MOOD: 50, Rating.ANXIETY: 101})
    assert check_ratings({Rating.MOOD: 0}) == {Rating.MOOD: 0}
