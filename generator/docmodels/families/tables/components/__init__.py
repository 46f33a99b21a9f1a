"""Components of MDX, as rows of fields."""
