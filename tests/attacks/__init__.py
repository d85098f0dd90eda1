"""Attacks on a verifier, each as a sample that an attacker could make, and why it is refused."""
