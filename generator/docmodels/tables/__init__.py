"""Tables of fields and of values: the roles of columns, marks, rows, and the words of human languages for these."""
