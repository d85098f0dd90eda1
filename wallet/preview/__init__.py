"""The site on the learner's own computer, shown as it will be served, and again after each change."""
