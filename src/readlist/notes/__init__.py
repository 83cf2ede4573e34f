"""What notes are made of: links to other papers, templates, quotations, and their versions."""
