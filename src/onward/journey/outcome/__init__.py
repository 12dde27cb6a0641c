"""How applications ended, at which stage and in which words."""
