"""What a model becomes: one folder a target."""
