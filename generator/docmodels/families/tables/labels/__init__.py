"""The lines above tables and examples, which announce them."""
