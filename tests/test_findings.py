"""Which findings of new docs are new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docmodels.diagnostics import Diagnostic, Place, new_findings
from hypothesis import given
from hypothesis import strategies as st

FINDINGS = st.lists(
    st.builds(
        Diagnostic,
        st.builds(Place, st.sampled_from(["a.md", "b.md", "c.md"]), st.integers(1, 9)),
        st.sampled_from(["row-cells", "type-syntax"]),
        st.sampled_from(["one", "two"]),
    ),
    max_size=6,
)


@given(FINDINGS, st.integers(0, 5))
def test_a_finding_in_another_line_is_not_new(findings: Sequence[Diagnostic], lines: int) -> None:
    lower = [replace(finding, place=replace(finding.place, line=finding.place.line + lines)) for finding in findings]
    assert new_findings(findings, lower) == ()


@given(FINDINGS)
def test_a_finding_on_a_page_that_moved_is_not_new(findings: Sequence[Diagnostic]) -> None:
    moved = [replace(finding, place=replace(finding.place, path=f"moved/{finding.place.path}")) for finding in findings]
    assert new_findings(findings, moved) == ()


@given(FINDINGS, FINDINGS)
def test_one_more_finding_than_before_is_new(old: Sequence[Diagnostic], new: Sequence[Diagnostic]) -> None:
    assert len(new_findings(old, [*old, *new])) == len(new)
    assert set(new_findings(old, new)) <= set(new)


@given(FINDINGS)
def test_without_earlier_findings_all_are_new(findings: Sequence[Diagnostic]) -> None:
    assert new_findings((), findings) == tuple(findings)
