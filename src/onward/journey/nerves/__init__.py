"""What eases nerves, with ratings before and after."""
