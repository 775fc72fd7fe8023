"""Read question papers and banks into quiz files."""
