"""The pipeline: from the pages of a docs folder to the files of an output folder. Begin with `build`."""
