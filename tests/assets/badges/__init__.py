"""The badges of the demo portfolio, issuer by issuer."""
