"""What is missing, and what nobody said."""
