"""QR codes: an address as a picture that a camera reads, from paper too."""

from __future__ import annotations

from io import BytesIO

from wallet.errors import BuildError
from wallet.site.reader import Reader
from wallet.site.views import QrView

__all__ = ["qr_svg", "qr_view"]

SIZE = 152
QUIET_ZONE = 4


def qr_svg(text: str) -> bytes:
    """`text` as dark squares on white, with the margin that readers need; raises BuildError for one too long."""
    import segno

    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError:
        raise BuildError("build.address-too-long", address=text) from None
    picture = BytesIO()
    # The colours are in the file: a code in light squares on dark is not read by every camera.
    code.save(
        picture,
        kind="svg",
        border=QUIET_ZONE,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        nl=False,
    )
    return picture.getvalue()


def qr_view(reader: Reader, address: str, url: str) -> QrView:
    """The code for `url`, published at `address`."""
    return QrView(address=address, url=url, alt=reader.say("QR code of the address {url}", url=url), size=SIZE)
