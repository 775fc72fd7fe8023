"""Look through the files that trainers hand in for what must not be published."""
