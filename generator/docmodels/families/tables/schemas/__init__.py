"""Schemas in JSON and in Terraform's form, as rows of fields."""
