"""All user-facing wording: stories, pointers and failures become cards here, and nowhere else."""
