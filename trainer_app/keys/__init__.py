"""Who may open a laptop and vouch for it: key pairs, passphrases, the recovery code."""
