"""A small drawing kit: one description of a picture gives its SVG and its pixels.

Coordinates are rounded to tenths when a shape is made. What follows uses only the basic operations of IEEE 754,
so that SVG and pixels come out the same on every machine, whatever its mathematical library does with the last digit.
"""
