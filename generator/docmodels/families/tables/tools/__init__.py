"""The pages of single tools, rewritten as people write tables."""
