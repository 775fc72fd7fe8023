"""Change quiz files in place."""
