"""What screens about keys share: pictures of trainers, a new passphrase, a code to put away."""
