"""What a user can do, one file each: they ask the store, the fetcher and the reader, and draft replies."""
