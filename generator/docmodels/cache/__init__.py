"""Results of earlier runs, so that a run parses only pages that have changed.

A cache never changes a result: if an entry is missing or unreadable, the run makes its value again.
"""
