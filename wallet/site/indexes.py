"""What programs read: the sitemap with every page's languages, robots.txt, and the marks that Pages needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from wallet.site.model import Page, SiteFile, StandingPage
from wallet.site.urls import own_domain

__all__ = ["index_files"]


def index_files(base_url: str, pages: Sequence[Page | StandingPage]) -> tuple[SiteFile, ...]:
    """sitemap.xml, robots.txt and .nojekyll, and CNAME for a domain of the site's own.

    No date is written: the time of a build says nothing about a page.
    """
    robots = f"User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n"
    domain = own_domain(base_url)
    return (
        *((SiteFile(path="CNAME", content=f"{domain}\n".encode()),) if domain else ()),
        SiteFile(path="sitemap.xml", content="".join(_sitemap(pages)).encode()),
        SiteFile(path="robots.txt", content=robots.encode()),
        SiteFile(path=".nojekyll", content=b""),
    )


def _sitemap(pages: Sequence[Page | StandingPage]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    for page in pages:
        if page.canonical is not None:
            yield f"  <url>\n    <loc>{escape(page.canonical)}</loc>\n"
            for other in page.alternates:
                language, url = quoteattr(other.language), quoteattr(other.url)
                yield f'    <xhtml:link rel="alternate" hreflang={language} href={url}/>\n'
            yield "  </url>\n"
    yield "</urlset>\n"
