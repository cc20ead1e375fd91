"""Pure geography: the province's regions, the names people use for places, distances."""
