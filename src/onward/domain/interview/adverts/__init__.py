"""An advert, read into what it asks for, line by line."""
