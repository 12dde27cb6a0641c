"""One folder for each outside thing Onward speaks to."""
