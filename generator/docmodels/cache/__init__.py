"""Results of earlier runs, so that a run parses only what has changed.

A cache never changes a result: an entry that is missing or cannot be read is made anew.
"""
