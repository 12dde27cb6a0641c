"""Mail that was given, what was made of it and where it was filed."""
