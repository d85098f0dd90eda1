"""The CV as plain text and as a table, for pasting into somebody else's form."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from wallet.site.reader import Reader
from wallet.site.views import CvRow, CvView, Fact

__all__ = ["cv_csv", "cv_text", "harmless"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_RULE = 40


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" \u3000").startswith(_FORMULA) else cell


def cv_csv(reader: Reader, view: CvView) -> bytes:
    """A heading and one record for each badge, as RFC 4180 has it, with the mark by which spreadsheets know UTF-8."""
    form = view.layout == "form"
    table = StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow([*(_form_heading(reader) if form else _list_heading(reader)), *_shared_heading(reader)])
    for row in view.rows:
        cells = _form_cells(reader, row) if form else _list_cells(row)
        writer.writerow([harmless(_one_line(cell)) for cell in (*cells, *_shared_cells(reader, row))])
    return table.getvalue().encode("utf-8-sig")


def _form_heading(reader: Reader) -> Sequence[str]:
    return reader.say("Year"), reader.say("Month"), reader.say("Licences and certifications")


def _form_cells(reader: Reader, row: CvRow) -> Sequence[str]:
    return row.year, row.month, _statement(reader, row)


def _list_heading(reader: Reader) -> Sequence[str]:
    return reader.say("Date"), reader.say("Certification or badge"), reader.say("Kind")


def _list_cells(row: CvRow) -> Sequence[str]:
    title = f"{row.translation.text} [{row.name.text}]" if row.translation else row.name.text
    return row.date.exact[:10] if row.date else "", title, row.kind or ""


def _shared_heading(reader: Reader) -> Sequence[str]:
    return (
        reader.say("Issued by"),
        reader.say("Study, number and validity"),
        reader.say("What was verified"),
        reader.say("Address"),
    )


def _shared_cells(reader: Reader, row: CvRow) -> Sequence[str]:
    return row.issuer.text, reader.say("; ").join(_facts(reader, row)), row.found, row.url


def cv_text(reader: Reader, view: CvView) -> bytes:
    """The lines of the CV, in the order of its page."""
    return ("\n".join(_lines(reader, view)) + "\n").encode()


def _lines(reader: Reader, view: CvView) -> Iterator[str]:
    yield " ".join(part for part, _ in view.name.parts)
    if view.reading and view.layout == "form":
        yield _fact(reader, view.reading)
    if view.headline:
        yield _one_line(view.headline.text)
    form = view.layout == "form"
    yield ""
    yield reader.say("Licences and certifications") if form else reader.say("Certifications and badges")
    yield ""
    yield from _form_lines(reader, view) if form else _list_lines(reader, view)
    yield ""
    yield reader.say("Every entry can be checked at {url}", url=view.qr.url)


def _form_lines(reader: Reader, view: CvView) -> Iterator[str]:
    for row in view.rows:
        date = row.date.text if row.date else reader.say("Without a date")
        # A line that is copied without the rest must not pass for one that is in force.
        found = f"\u3000{row.found}" if row.state == "expired" else ""
        yield f"{date}\u3000{_statement(reader, row)}{found}"
    if not view.rows:
        yield reader.say("Nothing to state")
        return
    yield reader.say("End of the list").rjust(_RULE, "\u3000")


def _list_lines(reader: Reader, view: CvView) -> Iterator[str]:
    for row in view.rows:
        date = row.date.text if row.date else reader.say("Without a date")
        title = row.translation or row.name
        yield _one_line(f"{date}: {title.text}, {row.issuer.text}")
        if row.translation:
            yield _one_line(f"  {row.name.text} ({reader.say('name translated by the learner')})")
        yield f"  {reader.say('; ').join((*_facts(reader, row), row.found))}"
        yield f"  {row.url}"
    if not view.rows:
        yield reader.say("Nothing to state")


def _statement(reader: Reader, row: CvRow) -> str:
    said = reader.say("{name}, {verb} ({issuer})", name=row.name.text, verb=row.verb, issuer=row.issuer.text)
    return _one_line(said)


def _facts(reader: Reader, row: CvRow) -> Iterator[str]:
    return (_fact(reader, fact) for fact in row.facts)


def _fact(reader: Reader, fact: Fact) -> str:
    values = [value.text for value in fact.values] + ([fact.date.text] if fact.date else [])
    return _one_line(reader.say("{label}: {value}", label=fact.label, value=", ".join(values)))


def _one_line(text: str) -> str:
    # An ideographic space is part of the Japanese line, so that only line breaks and tabs are folded.
    return " ".join(part for part in text.replace("\t", " ").splitlines() if part)
