"""Any lesson on the projector, and what its trainer sees beside it."""
