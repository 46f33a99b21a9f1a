"""Fields as items of a list: the name, the type and the marks in one item."""
