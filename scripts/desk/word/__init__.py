"""The ground for writing Word files: styles, pages, text and bytes that do not change."""
