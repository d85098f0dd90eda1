"""The nine stages from a file to a page, put together: importing, publishing, building."""
