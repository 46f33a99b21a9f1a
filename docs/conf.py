"""The documentation site: `make docs` builds it into site/.

Everything that a page loads is in the site itself, so that it works without a network, from a folder too.
"""

from __future__ import annotations

import docmodels

project = "docmodels"
version = release = docmodels.__version__

extensions = ["myst_parser", "sphinx_copybutton"]
exclude_patterns = ["conf.py"]
nitpicky = True

# Links between headings are written as GitHub makes the anchors, since the pages are read there too.
myst_heading_anchors = 4
myst_enable_extensions = ["attrs_block"]

html_theme = "furo"
html_title = "docmodels"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_search_summary = False  # browsers do not let pages of a folder load others
html_show_sourcelink = False
html_show_copyright = False
html_theme_options = {"sidebar_hide_name": False}
copybutton_prompt_text = "$ "  # what is copied from a session: the commands
highlight_language = "none"
