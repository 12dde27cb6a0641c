"""What the person makes of their rounds, sealed at rest."""
