"""Recording a lesson's sentences with one's own voice."""
