"""Looking back on an interview: what is asked, in which order, and when to stop."""
