"""The truth on the disk: an encrypted log of events, and the tables made from it.

sqlite-utils looks for `pysqlite3` before the standard library; handing it SQLCipher under that
name, before anybody imports it, makes it treat SQLCipher's errors as its own.
"""

from __future__ import annotations

import sys

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)
