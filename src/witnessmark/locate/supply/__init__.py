"""Places beside the base: GeoNames country files, official divisions, lists of one's own.

Each list becomes a source: one file in the user's gazetteer directory. The base and all sources are merged
into the one index that finding, ranking and respelling read.
"""
