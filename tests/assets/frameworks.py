"""Alignments to frameworks that learners and employers in Japan meet, by their public pages."""

from __future__ import annotations

from wallet.fields import JsonObject, JsonValue

__all__ = ["cefr", "dss", "eqf", "esco_python", "itss", "jeqf", "larger_award", "quality_assurance"]

_DSS_URL = "https://www.ipa.go.jp/jinzai/skill-standard/dss/about.html"
_ITSS_URL = "https://www.ipa.go.jp/jinzai/skill-standard/plus-it-ui/itss/index.html"
_JEQF_URL = "https://www.nicjp.niad.ac.jp/japanese-system/jeqf.html"
_EQF_URL = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32017H0615(01)"
_CEFR_URL = "https://www.coe.int/en/web/common-european-framework-reference-languages"


def _alignment(name: JsonValue, url: str, **members: JsonValue) -> JsonObject:
    return {"type": ["Alignment"], "targetName": name, "targetUrl": url, **members}


def dss(skill: JsonValue, framework: str = "デジタルスキル標準（DSS）ver.1.2") -> JsonObject:
    """A skill of the Digital Skill Standards; they have no page of their own for each skill."""
    return _alignment(skill, _DSS_URL, targetFramework=framework, targetType="ceasn:Competency")


def itss(level: int, name: JsonValue) -> JsonObject:
    """A level of the IT Skill Standards, V3 2011."""
    framework = "ITスキル標準（ITSS）V3 2011"
    return _alignment(name, _ITSS_URL, targetFramework=framework, targetCode=f"L{level}", targetType="ext:ITSS")


def jeqf(level: int, name: JsonValue) -> JsonObject:
    """A level of the Japan Educational Qualifications Framework."""
    return _alignment(name, _JEQF_URL, targetFramework="JEQF", targetCode=str(level), targetType="ext:JEQF")


def eqf(level: int, name: JsonValue) -> JsonObject:
    """A level of the European Qualifications Framework."""
    framework = "European Qualifications Framework"
    return _alignment(name, _EQF_URL, targetFramework=framework, targetCode=str(level), targetType="ext:EQF")


def cefr(level: str, name: JsonValue) -> JsonObject:
    """A level of the Common European Framework of Reference for Languages."""
    framework = "Common European Framework of Reference for Languages"
    return _alignment(name, _CEFR_URL, targetFramework=framework, targetCode=level, targetType="ext:CEFR")


def esco_python() -> JsonObject:
    """The ESCO skill "Python"."""
    url = "http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d"
    framework = "European Skills, Competences, Qualifications and Occupations (ESCO)"
    return _alignment("Python (computer programming)", url, targetFramework=framework, targetType="ceasn:Competency")


def larger_award(name: JsonValue, url: str, description: JsonValue) -> JsonObject:
    """A larger qualification that the achievement may count towards."""
    return _alignment(name, url, targetDescription=description, targetType="ceterms:Credential")


def quality_assurance(name: JsonValue, url: str, framework: str) -> JsonObject:
    """A decision of a quality assurance body."""
    return _alignment(name, url, targetFramework=framework, targetType="ext:QualityAssurance")
