"""One spaCy component a file; `nlp.pipeline.COMPONENTS` lists them in order."""
