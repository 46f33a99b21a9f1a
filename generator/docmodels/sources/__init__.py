"""The sources of pages: a folder or a git revision. docmodels opens no file outside of these."""
