"""What a message tells of a case beyond the fields of the contract: pure readers of a normalised text, one topic a file."""
