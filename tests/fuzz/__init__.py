"""What a coverage-guided fuzzer throws at docmodels, and what it found worth keeping.

`python -m tests.fuzz page CORPUS` looks for a page that docmodels cannot bear, `table` for one of a reference that people
wrote, `cell` for a type cell; all need atheris (`pip install --group fuzz`). The suite replays what is in `corpus` without it.
"""
