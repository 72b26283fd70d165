"""The certificate of one opening of a room: fresh, without a name, and gone when the room is.

It says nothing by itself: laptops prove who they are inside the connection, bound to these bytes.
"""

from __future__ import annotations

import os
import ssl
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)

# The same in every certificate, so that nothing tells what this laptop's clock says.
_FROM, _UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def server_context() -> tuple[ssl.SSLContext, bytes]:
    """A TLS 1.3 context with a new key pair, and its certificate's DER bytes. Raises OSError."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([]))
        .issuer_name(x509.Name([]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_FROM)
        .not_valid_after(_UNTIL)
        .sign(key, SHA256())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    # A resumed session shows no certificate, and the proofs are bound to it.
    context.num_tickets = 0
    _load(context, key, certificate)
    return context, certificate.public_bytes(Encoding.DER)


def _load(
    context: ssl.SSLContext, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate
) -> None:
    """`ssl` reads keys from files only; what a disk may remember of this one stays closed."""
    password = os.urandom(32).hex().encode()
    closed = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))
    with TemporaryDirectory() as folder:
        file = Path(folder, "room.pem")
        file.write_bytes(closed + certificate.public_bytes(Encoding.PEM))
        context.load_cert_chain(file, password=password)
