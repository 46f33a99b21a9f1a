"""The columns of tables: their roles, and the kinds of tables by these."""
