"""Letters a person writes: how they will sound to the one who reads them."""
