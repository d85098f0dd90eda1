"""The same credentials, given to the JavaScript stack of the W3C and DCC communities."""
