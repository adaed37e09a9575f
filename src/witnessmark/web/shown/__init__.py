"""What pages show, in words: values made of what a case has, and nothing of how it is kept."""
