"""What comes back again and again, one thing to work on, and a plan that holds."""
