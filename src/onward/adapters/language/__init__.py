"""Language models that a person may switch on."""
