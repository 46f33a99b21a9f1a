"""Type expressions: the one parser, and the words of each language as data."""
