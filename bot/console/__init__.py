"""The staff console and the phone simulator: web pages in a process of their own."""
