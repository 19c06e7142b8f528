"""Whom words mean: speakers under one canonical name in every report."""
