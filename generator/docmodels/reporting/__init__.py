"""Findings, reviews of changes and inspections, each in the forms for people and for programs."""
