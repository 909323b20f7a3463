"""One module a document, drawn as archives hold them; see fixtures/README.md."""
