"""Text becomes checked values that remember their place."""
