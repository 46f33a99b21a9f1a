"""What a table of fields or values is: the roles of columns, marks, rows, and the words of human languages for these."""
