"""Follow-up questions, aimed at what an answer left open."""
