"""A small encoder reads once more what words alone leave in doubt."""
