"""Exit statuses of the command."""

from __future__ import annotations

DONE = 0
FAILED = 1  # the docs have errors, or `check` found the output out of date
MISUSED = 2  # wrong usage or configuration; argparse exits with the same
INTERRUPTED = 130  # as shells report SIGINT
PIPE_CLOSED = 141  # as shells report SIGPIPE
