"""Draws invented protocols and writes down what they say."""
