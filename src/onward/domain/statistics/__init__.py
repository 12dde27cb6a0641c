"""The odds: never a number without its doubt. Its figures are checked in tests."""
