"""One module a layout, drawn to see how well paragraf does on what it was not built on; see fixtures/README.md."""
