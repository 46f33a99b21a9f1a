"""The interface for authors of families and flavours: `families` and `flavours`. The rest of docmodels may change."""
