"""The pages: a way in for people with a browser."""
