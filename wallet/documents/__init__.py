"""Containers: what a file is, and the credentials in it, without a word on whether they are genuine."""

from wallet.documents.document import Container, SecuredDocument, Securing
from wallet.documents.extraction import MAX_DOCUMENT_BYTES, extract, extract_credentials

__all__ = ["MAX_DOCUMENT_BYTES", "Container", "SecuredDocument", "Securing", "extract", "extract_credentials"]
