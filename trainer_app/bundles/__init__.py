"""The stick's file: what a laptop knows, sealed for the centre, opened whole or refused."""
