"""What Onward asks of the outside, as protocols and small values."""
