"""The pipeline: from the pages of a docs folder to the files of an output folder.

    read ──> name ──> keep ──> understand ──> build, export

`understand.understand_pages` calls the first steps, top to bottom; `build` and `export` write the result.
"""
