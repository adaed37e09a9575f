"""Text: pure helpers over strings that never lose an offset. Modules are imported by name."""
