"""Members for the plain sample that use nearly everything the Open Badges data model provides."""

from __future__ import annotations

from tests.assets.samples import ISSUER, OB_CONTEXT, VCDM_2_CONTEXT
from wallet.fields import JsonObject

__all__ = ["FULL"]

FULL: JsonObject = {
    "name": [{"@value": "見本", "@language": "ja"}, {"@value": "Sample", "@language": "en"}],
    "image": {"id": "https://issuer.example/a.png", "type": "Image", "caption": "A star"},
    "awardedDate": "2025-03-31T00:00:00+09:00",
    "evidence": [{"id": "https://issuer.example/work", "type": ["Evidence"], "genre": "Essay"}],
    "credentialStatus": {"id": "https://issuer.example/list#1", "type": "1EdTechRevocationList"},
    "credentialSchema": [{"id": "https://issuer.example/schema.json", "type": "1EdTechJsonSchemaValidator2019"}],
    "refreshService": {"id": "https://issuer.example/refresh", "type": "1EdTechCredentialRefresh"},
    "termsOfUse": [{"type": "IssuerPolicy"}],
    "proof": [{"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2025-04-01T00:00:00Z"}],
    "endorsement": [
        {
            "@context": [VCDM_2_CONTEXT, OB_CONTEXT],
            "id": "urn:uuid:2",
            "name": "Endorsement",
            "type": ["VerifiableCredential", "EndorsementCredential"],
            "issuer": {"id": "did:web:association.example", "type": ["Profile"]},
            "validFrom": "2025-04-01T00:00:00Z",
            "credentialSubject": {"id": ISSUER, "type": ["EndorsementSubject"], "endorsementComment": "Good."},
        }
    ],
    "issuer": {
        "id": ISSUER,
        "type": ["Profile"],
        "name": "Sample Issuer",
        "email": "badges@issuer.example",
        "dateOfBirth": "1990-01-01",
        "parentOrg": {"id": "https://issuer.example/parent", "type": ["Profile"]},
        "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "1", "identifierType": "systemId"}],
        "address": {
            "type": ["Address"],
            "addressCountryCode": "JP",
            "geo": {"type": "GeoCoordinates", "latitude": 35.0, "longitude": 135.0},
        },
    },
    "credentialSubject": {
        "type": ["AchievementSubject"],
        "identifier": [
            {"type": "IdentityObject", "hashed": False, "identityHash": "a@b.example", "identityType": "emailAddress"}
        ],
        "activityStartDate": "2025-01-01T00:00:00Z",
        "activityEndDate": "2025-03-01T00:00:00Z",
        "creditsEarned": 2,
        "result": [{"type": ["Result"], "resultDescription": "urn:x:scale", "value": "B", "status": "Completed"}],
        "achievement": {
            "id": "https://issuer.example/achievements/sample",
            "type": ["Achievement"],
            "name": "Sample badge",
            "description": "Shows that a badge can be read.",
            "criteria": {"narrative": "Be read."},
            "achievementType": "Badge",
            "inLanguage": "en",
            "tag": ["sample"],
            "related": [{"id": "https://issuer.example/ja", "type": ["Related"], "inLanguage": "ja"}],
            "alignment": [{"type": ["Alignment"], "targetName": "A", "targetUrl": "https://a.example/"}],
            "resultDescription": [
                {
                    "id": "urn:x:scale",
                    "type": ["ResultDescription"],
                    "name": "Grade",
                    "resultType": "LetterGrade",
                    "allowedValue": ["C", "B", "A"],
                    "rubricCriterionLevel": [{"id": "urn:x:high", "type": ["RubricCriterionLevel"], "name": "High"}],
                }
            ],
        },
    },
}
