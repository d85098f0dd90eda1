"""From an identifier to bytes: which addresses may be asked, who answers, and the keys behind DIDs and URLs."""
