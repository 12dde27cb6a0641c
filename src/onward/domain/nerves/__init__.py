"""What eases nerves, what each way is known to do, and what it is not."""
