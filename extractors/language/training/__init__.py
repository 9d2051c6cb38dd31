"""Train the shipped language model again: `python -m extractors.language.training --corpora DIR --out DIR`.

Nothing here is imported at run time. spacy-lookups-data (extra `dev`) and the corpora of docs/model-card.md are needed.
"""
