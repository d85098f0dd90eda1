"""The portfolio folder: what the learner published and wrote, in plain files."""
