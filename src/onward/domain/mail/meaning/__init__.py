"""What a message means: words, signs and wordings, weighed by a linear model."""
