"""The invented documents, one module each: `build()` draws it, `SOURCE` says how, `SCANNER` how it is scanned."""
