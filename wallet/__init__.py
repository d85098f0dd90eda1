"""A learner's wallet for digital badges and a generator of public badge portfolios."""

__all__ = ["__version__"]

__version__ = "0.1.0"
