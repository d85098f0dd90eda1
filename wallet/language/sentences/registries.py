"""What registries of issuers say, and why one could not be asked."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "trust.listed": N_("The registry {registry} lists this issuer as {name}."),
    "trust.not-listed": N_(
        "None of the registries that were asked ({count}) lists this issuer; that is no fault of the badge."
    ),
    "trust.registry-not-read": N_(
        "Whether the issuer is known could not be settled, because not every registry could be read (not read: "
        "{count}; the first: {registry})."
    ),
    "trust.issuer-not-proven": N_(
        "Whether the issuer is known was not asked, because it is not settled that the badge comes from it."
    ),
    "registry.lists": N_("{registry}: lists the issuer as {name}."),
    "registry.does-not-list": N_("{registry}: does not list the issuer."),
    "registry.federation": N_(
        "{registry}: answers by OpenID Federation, which is not supported here yet; nothing was asked."
    ),
    "registry.unknown-format": N_("{registry}: is no list of issuers in a format that is understood."),
    "portfolio.registry-needs-one-place": N_(
        "{path}, line {line}: the registry “{found}” needs either url or file, and not both."
    ),
    "portfolio.registry-outside": N_(
        "{path}, line {line}: file must lie in the folder content, beside issuers.toml; found: {found}"
    ),
}
