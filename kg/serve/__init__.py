"""The graph as a local web application: search, instrument pages, graph and reader pages, queries, a SPARQL endpoint.

serve(folder, Settings(port=8000))      runs until it is interrupted
application(pool, index, settings)      the ASGI application, for another server or for tests

This process never asks the store. Worker processes do, which open it read-only and can be ended: the engine has no time
limit of its own. All else is composition: a route asks the pool to run a task and fills a template with what it gives.
"""
