"""The targets of a model: one folder each."""
