"""Lists, definitions and sections of fields or values, as tables."""
