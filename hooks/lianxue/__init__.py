"""The core of 廉学: study content from files to what a browser needs, without knowing MkDocs."""
