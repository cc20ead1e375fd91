"""The NLU pipeline of config.yml, one Rasa graph component a file. The reading itself is in the files of bot/nlu/."""
