"""Frozen dataclasses: whatever their fields are called."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest
from docmodels.frozen import Keeping, cached_property, frozen, replace


@frozen()
class Odd:
    """Fields that are called like what makes an instance."""

    _made: int
    _new: int = 2
    _kind: int = 3
    _open: int = 4


@frozen()
class One:
    only: int


@frozen()
class Nothing:
    pass


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


def test_a_copy_has_other_values_for_some_fields() -> None:
    one = Odd(1)

    assert replace(one, _open=5, _new=3) == Odd(1, 3, 3, 5)
    assert replace(one) == one
    assert one == Odd(1, 2, 3, 4)


def test_a_copy_has_no_field_that_the_class_does_not_have() -> None:
    with pytest.raises(KeyError):
        replace(Odd(1), other=2)  # type: ignore[call-arg]


def test_a_copy_of_an_instance_with_one_field_or_none() -> None:
    assert replace(One(1), only=2) == One(2)
    assert replace(Nothing()) == Nothing()


@frozen()
class Kept(Keeping):
    only: int

    @cached_property
    def results(self) -> list[int]:
        return [self.only]


def test_a_result_is_kept_beside_the_fields() -> None:
    kept = Kept(1)

    assert kept.results is kept.results
    assert vars(kept) == {"results": [1]}
    assert kept == Kept(1)
    assert vars(replace(kept, only=2)) == {}
    with pytest.raises(FrozenInstanceError):
        kept.only = 2  # type: ignore[misc]
