"""The rows of tables of fields, as fields."""
