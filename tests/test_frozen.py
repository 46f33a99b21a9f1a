"""Frozen dataclasses: whatever their fields are called."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest
from docmodels.frozen import frozen


@frozen()
class Odd:
    """Fields that are called like what makes an instance."""

    _made: int
    _new: int = 2
    _kind: int = 3
    _open: int = 4


def test_no_name_of_a_field_is_in_the_way() -> None:
    one = Odd(1)

    assert (one._made, one._new, one._kind, one._open) == (1, 2, 3, 4)
    assert one == Odd(1, 2, 3, 4)
    assert one != Odd(1, 2, 3, 5)
    assert hash(one) == hash(Odd(1))


def test_an_instance_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Odd(1)._made = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Odd(1)._new


def test_an_instance_is_copied_and_pickled() -> None:
    one = Odd(1)

    assert copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
