"""The pages, one file a family; each route takes a request and gives a response."""
