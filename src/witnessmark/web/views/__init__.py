"""What answers an address: who asks, what for, and the page or the decision that follows."""
