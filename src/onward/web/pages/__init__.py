"""The pages: each reads, acts or asks, and answers."""
