"""What a portal is made of, and the rules that hold between its parts."""
