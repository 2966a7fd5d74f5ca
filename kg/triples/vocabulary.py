"""The terms of the project's own vocabulary.

Generated from ontology/kg.ttl and ontology/relations.ttl by `python -m kg.triples.generate`; not to be edited.
"""

from __future__ import annotations

NAMESPACE = "https://w3id.org/instrument-kg/ns#"

BODY_KIND = NAMESPACE + "BodyKind"
NAMED_INSTRUMENT = NAMESPACE + "NamedInstrument"
PUBLICATION = NAMESPACE + "Publication"
STATE = NAMESPACE + "State"
STATED_FACT = NAMESPACE + "StatedFact"
VOTE = NAMESPACE + "Vote"
ABSTAINED = NAMESPACE + "abstained"
ABSTAINING = NAMESPACE + "abstaining"
ACRONYM = NAMESPACE + "acronym"
ADDITIONAL_SPONSOR = NAMESPACE + "additionalSponsor"
ADOPTED_AT_MEETING = NAMESPACE + "adoptedAtMeeting"
ADOPTED_BY = NAMESPACE + "adoptedBy"
ADOPTED_BY_NAME = NAMESPACE + "adoptedByName"
ADOPTED_BY_VOTE = NAMESPACE + "adoptedByVote"
AGAINST = NAMESPACE + "against"
AGENDA_ITEM = NAMESPACE + "agendaItem"
AGENDA_TITLE = NAMESPACE + "agendaTitle"
AMENDED_BY = NAMESPACE + "amendedBy"
BODY_KINDS = NAMESPACE + "bodyKinds"
CALLED_AT = NAMESPACE + "calledAt"
CALLED_IN = NAMESPACE + "calledIn"
CITATION_KIND = NAMESPACE + "citationKind"
CONFIDENCE = NAMESPACE + "confidence"
CONTAINED_IN = NAMESPACE + "containedIn"
DRAFT = NAMESPACE + "draft"
DRAFT_AMENDMENT = NAMESPACE + "draftAmendment"
END = NAMESPACE + "end"
ENDORSED_BY = NAMESPACE + "endorsedBy"
ESTABLISHED_BY = NAMESPACE + "establishedBy"
FACT_STATUS = NAMESPACE + "factStatus"
FORCE = NAMESPACE + "force"
IN_FAVOUR = NAMESPACE + "inFavour"
IN_PARAGRAPH = NAMESPACE + "inParagraph"
ISSUED_AS = NAMESPACE + "issuedAs"
JOB_NUMBER = NAMESPACE + "jobNumber"
JOINT_LABEL = NAMESPACE + "jointLabel"
MEETING = NAMESPACE + "meeting"
METHOD = NAMESPACE + "method"
ORDER = NAMESPACE + "order"
ORIGINAL_LANGUAGE = NAMESPACE + "originalLanguage"
PARAGRAPH_LABEL = NAMESPACE + "paragraphLabel"
PART = NAMESPACE + "part"
PRINTED_DATE = NAMESPACE + "printedDate"
QUOTE = NAMESPACE + "quote"
RECOMMENDATION_PART = NAMESPACE + "recommendationPart"
RECOMMENDED_BY = NAMESPACE + "recommendedBy"
RECOMMENDED_IN = NAMESPACE + "recommendedIn"
REGISTERED_AS = NAMESPACE + "registeredAs"
REPORT_OF = NAMESPACE + "reportOf"
SERIES = NAMESPACE + "series"
SESSION = NAMESPACE + "session"
SHORT_LABEL = NAMESPACE + "shortLabel"
SPONSOR = NAMESPACE + "sponsor"
SPONSOR_GROUP = NAMESPACE + "sponsorGroup"
SPONSOR_NAME = NAMESPACE + "sponsorName"
START = NAMESPACE + "start"
STATED_IN = NAMESPACE + "statedIn"
SUBMISSION = NAMESPACE + "submission"
SUPERSEDED_BY = NAMESPACE + "supersededBy"
SUPPLEMENT = NAMESPACE + "supplement"
TEXT = NAMESPACE + "text"
THROUGH_FOOTNOTE = NAMESPACE + "throughFootnote"
UNLINKED_REASON = NAMESPACE + "unlinkedReason"
UNTS = NAMESPACE + "unts"
VERIFIED_FIELD = NAMESPACE + "verifiedField"
VOTED_AGAINST = NAMESPACE + "votedAgainst"
VOTED_IN_FAVOUR = NAMESPACE + "votedInFavour"
WITHOUT_VOTE = NAMESPACE + "withoutVote"

RELATIONS: dict[str, str] = {
    "acts_under": NAMESPACE + "acts_under",
    "affirms": NAMESPACE + "affirms",
    "appreciates": NAMESPACE + "appreciates",
    "believes": NAMESPACE + "believes",
    "concern": NAMESPACE + "concern",
    "condemns": NAMESPACE + "condemns",
    "considers": NAMESPACE + "considers",
    "decides": NAMESPACE + "decides",
    "endorses": NAMESPACE + "endorses",
    "invites": NAMESPACE + "invites",
    "mentions": NAMESPACE + "mentions",
    "reaffirms": NAMESPACE + "reaffirms",
    "recalls": NAMESPACE + "recalls",
    "recognizes": NAMESPACE + "recognizes",
    "regrets": NAMESPACE + "regrets",
    "rejects": NAMESPACE + "rejects",
    "requests": NAMESPACE + "requests",
    "stresses": NAMESPACE + "stresses",
    "takes_into_account": NAMESPACE + "takes_into_account",
    "takes_note": NAMESPACE + "takes_note",
    "urges": NAMESPACE + "urges",
    "welcomes": NAMESPACE + "welcomes",
}
"""Relation -> property."""

BODY_CONCEPTS: dict[str, str] = {
    "board": NAMESPACE + "board",
    "collective": NAMESPACE + "collective",
    "commission": NAMESPACE + "commission",
    "committee": NAMESPACE + "committee",
    "conference": NAMESPACE + "conference",
    "council": NAMESPACE + "council",
    "department": NAMESPACE + "department",
    "development_bank": NAMESPACE + "development_bank",
    "division": NAMESPACE + "division",
    "executive_board": NAMESPACE + "executive_board",
    "expert_body": NAMESPACE + "expert_body",
    "forum": NAMESPACE + "forum",
    "functional_commission": NAMESPACE + "functional_commission",
    "fund": NAMESPACE + "fund",
    "fund_programme": NAMESPACE + "fund_programme",
    "governing_body": NAMESPACE + "governing_body",
    "government": NAMESPACE + "government",
    "inter_agency": NAMESPACE + "inter_agency",
    "intergovernmental_organization": NAMESPACE + "intergovernmental_organization",
    "international_organization": NAMESPACE + "international_organization",
    "joint_commission": NAMESPACE + "joint_commission",
    "joint_programme": NAMESPACE + "joint_programme",
    "library": NAMESPACE + "library",
    "main_committee": NAMESPACE + "main_committee",
    "negotiating_forum": NAMESPACE + "negotiating_forum",
    "office": NAMESPACE + "office",
    "other_entity": NAMESPACE + "other_entity",
    "peacekeeping_operation": NAMESPACE + "peacekeeping_operation",
    "political_mission": NAMESPACE + "political_mission",
    "post": NAMESPACE + "post",
    "principal_organ": NAMESPACE + "principal_organ",
    "regional_commission": NAMESPACE + "regional_commission",
    "regional_organization": NAMESPACE + "regional_organization",
    "related_body": NAMESPACE + "related_body",
    "related_organization": NAMESPACE + "related_organization",
    "research_training": NAMESPACE + "research_training",
    "special_procedure": NAMESPACE + "special_procedure",
    "specialized_agency": NAMESPACE + "specialized_agency",
    "state_group": NAMESPACE + "state_group",
    "subcommission": NAMESPACE + "subcommission",
    "support_office": NAMESPACE + "support_office",
    "treaty_body": NAMESPACE + "treaty_body",
    "treaty_meeting": NAMESPACE + "treaty_meeting",
    "tribunal": NAMESPACE + "tribunal",
    "working_group": NAMESPACE + "working_group",
}
"""Category of a body in the gazetteer -> concept."""

INSTRUMENT_CLASSES: dict[str, str] = {
    "accord": NAMESPACE + "Accord",
    "agenda": NAMESPACE + "Agenda",
    "agreement": NAMESPACE + "Agreement",
    "amendment": NAMESPACE + "Amendment",
    "code_of_conduct": NAMESPACE + "CodeOfConduct",
    "commitment": NAMESPACE + "Commitment",
    "compact": NAMESPACE + "Compact",
    "consensus": NAMESPACE + "Consensus",
    "covenant": NAMESPACE + "Covenant",
    "decade": NAMESPACE + "Decade",
    "declaration": NAMESPACE + "Declaration",
    "definition": NAMESPACE + "Definition",
    "framework": NAMESPACE + "Framework",
    "goals": NAMESPACE + "Goals",
    "guidelines": NAMESPACE + "Guidelines",
    "initiative": NAMESPACE + "Initiative",
    "instrument": NAMESPACE + "Instrument",
    "key_actions": NAMESPACE + "KeyActions",
    "mandate": NAMESPACE + "Mandate",
    "model_law": NAMESPACE + "ModelLaw",
    "outcome_document": NAMESPACE + "OutcomeDocument",
    "pact": NAMESPACE + "Pact",
    "pathway": NAMESPACE + "Pathway",
    "plan": NAMESPACE + "Plan",
    "plan_of_action": NAMESPACE + "PlanOfAction",
    "plan_of_implementation": NAMESPACE + "PlanOfImplementation",
    "platform_for_action": NAMESPACE + "PlatformForAction",
    "principles": NAMESPACE + "Principles",
    "programme": NAMESPACE + "Programme",
    "programme_of_action": NAMESPACE + "ProgrammeOfAction",
    "regulations": NAMESPACE + "Regulations",
    "report": NAMESPACE + "Report",
    "road_map": NAMESPACE + "RoadMap",
    "rules": NAMESPACE + "Rules",
    "statute": NAMESPACE + "Statute",
    "strategy": NAMESPACE + "Strategy",
}
"""Category of an instrument in the gazetteer -> class."""
