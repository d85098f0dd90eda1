"""Agreement with public test suites, which stand beside the repository and are never copied into it."""
