def speaks_of_unpaid(t): return False
