"""Whether to ask an employer for feedback, whom, and what became of having asked."""
