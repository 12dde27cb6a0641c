"""What turns sentences into meanings, from what comes with Onward or is installed."""
