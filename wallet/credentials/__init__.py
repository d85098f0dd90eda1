"""The Open Badges model and the readers that fill it from a document."""

from wallet.credentials.reading import ParsedCredential, parse_credential

__all__ = ["ParsedCredential", "parse_credential"]
