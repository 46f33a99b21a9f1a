"""Headings of pages and sections: names of models, parts of operations, languages."""
