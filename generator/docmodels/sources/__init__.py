"""Where pages come from: a folder or a git revision. Nothing outside of these is opened."""
