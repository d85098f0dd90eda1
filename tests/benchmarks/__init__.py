"""How long the main job takes, beside the bare work that no way around it could save."""
