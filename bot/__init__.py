"""零工驿站: a chatbot that finds gig work by text message and carries a hire to a confirmed end."""
