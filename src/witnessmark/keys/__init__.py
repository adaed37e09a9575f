"""Keys that sign: public keys, what is said about them, and the envelope around what they signed."""
