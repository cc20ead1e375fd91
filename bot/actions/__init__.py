"""Custom actions, one thin file a topic: the message in, one service call, nothing kept."""
