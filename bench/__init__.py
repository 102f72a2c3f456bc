"""What we claim, measured: one file per claim, with its peers in the same run. `python -m bench [NAME …]`."""
