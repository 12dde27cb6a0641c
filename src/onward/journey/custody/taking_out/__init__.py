"""Taking one's things along: one zip of plain files, made while it is written."""
