"""The long tests, which CI does not run: `make soak`."""
