"""The least edit that turns a decision."""
