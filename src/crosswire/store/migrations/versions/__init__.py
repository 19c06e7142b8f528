"""One module a step. Add `NNNN_what.py` with `revision` and `down_revision`, and raise `HEAD` in `store/migrate.py`."""
