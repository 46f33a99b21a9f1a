"""Recorded JSON: found below a folder, read with limits, and matched to the models of the docs.

No value of a recording leaves this room, and no key of one unless the docs, or the shape of a name, vouch for it.
"""
