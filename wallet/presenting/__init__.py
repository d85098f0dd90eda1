"""Speaking for the learner: their key, what it signs, and the document that says whose key it is."""
