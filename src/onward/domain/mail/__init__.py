"""Mail understood: split, parsed, cleaned, stripped, threaded, read and linked."""
