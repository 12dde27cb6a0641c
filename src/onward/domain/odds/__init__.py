"""The odds of one's own search: counted over what happened, pending ones as pending."""
