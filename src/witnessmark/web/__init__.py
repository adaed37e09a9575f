"""The review room: pages and an interface for programs, over cases, for people with a right to them."""
