"""The command line: one module for each group, and the way to start Onward."""
