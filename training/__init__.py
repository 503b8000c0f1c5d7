"""How the English pipeline under `src/dragoman/models/en` is trained: treebanks and names in, a spaCy pipeline out."""
