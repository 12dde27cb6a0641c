"""Getting ready for a round: criteria, evidence cards, research."""
