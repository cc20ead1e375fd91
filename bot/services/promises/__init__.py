"""What is kept after the handshake: will he come, is he there, was he paid, how was it, who takes a free seat."""
