"""Examples in JSON, YAML and TOML, and the models in them."""
