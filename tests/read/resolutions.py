"""Two resolutions of our own: lists, footnotes called twice, sub-paragraphs, an annex; and another organ."""

from __future__ import annotations

from tests.read.rendering import Part, Piece, Resolution

HARBOURS = Resolution(
    symbol="A/RES/71/399",
    organ="General Assembly",
    number="71/399",
    title="Harbours of small islands and the people who keep them",
    pieces=(
        Piece(
            Part.PREAMBLE,
            "Recalling its resolutions 61/105 of 8 December 2006, 64/71 and 64/72 of 4 December 2009 and 68/71 of "
            "9 December 2013, and Economic and Social Council resolution 2011/44 of 5 December 2011,",
        ),
        Piece(
            Part.PREAMBLE,
            "Reaffirming the 2030 Agenda for Sustainable Development,{1} and bearing in mind the Addis Ababa Action "
            "Agenda of the Third International Conference on Financing for Development,{2} of which the harbours are "
            "in need as well,",
        ),
        Piece(
            Part.PREAMBLE,
            "Noting the report of the Secretary-General on harbours{3} and the observations that the Member States "
            "concerned have made in the course of eighteen months of consultation on the state of quays, piers, "
            "moorings, lighthouses and the small craft that depend on all of them for their safe return from sea,",
        ),
        Piece(Part.NUMBERED, "Takes note of the report of the Secretary-General;{3}", "1."),
        Piece(
            Part.NUMBERED,
            "Requests the Secretary-General, in accordance with its resolution 67/226 of 21 December 2012:",
            "2.",
        ),
        Piece(Part.ITEM, "To report on the implementation of the 2030 Agenda for Sustainable Development;{1}", "(a)"),
        Piece(Part.ITEM, "To take into account:", "(b)"),
        Piece(Part.SUBITEM, "Decision 63/415 of 1 December 2008;", "(i)"),
        Piece(Part.SUBITEM, "Security Council resolution 1838 (2008) of 7 October 2008;", "(ii)"),
        Piece(
            Part.NUMBERED,
            "Endorses the guidelines for harbours of small islands as contained in the annex to the present "
            "resolution, and invites the United Nations Development Programme and the World Bank to consider them;",
            "3.",
        ),
        Piece(Part.NUMBERED, "Decides to revert to the matter at its seventy-third session.", "4."),
        Piece(Part.ANNEX_HEADING, "Annex"),
        Piece(Part.ANNEX, "The guidelines build upon resolution 49/28 of 6 December 1994 and document A/70/74."),
        Piece(Part.ANNEX, "Harbours are kept under the United Nations Convention on the Law of the Sea.{4}"),
    ),
    notes={
        "1": "Resolution 70/1.",
        "2": "Resolution 69/313, annex.",
        "3": "A/71/74.",
        "4": "United Nations, Treaty Series, vol. 1833, No. 31363.",
    },
    closing=("68th plenary meeting", "23 December 2016"),
)

LIGHTHOUSES = Resolution(
    symbol="A/HRC/RES/38/99",
    organ="Human Rights Council",
    number="38/99",
    title="Lighthouse keepers",
    pieces=(
        Piece(
            Part.PREAMBLE,
            "Guided by the purposes and principles of the Charter of the United Nations and by the Universal "
            "Declaration of Human Rights,",
        ),
        Piece(
            Part.PREAMBLE,
            "Recalling Human Rights Council resolutions 5/1 and 5/2 of 18 June 2007, and all other resolutions "
            "relevant to lighthouses,",
        ),
        Piece(
            Part.PREAMBLE,
            "Recalling also General Assembly resolution 60/251 of 15 March 2006 on this Council,{1} "
            "and taking note of the report of the Special Rapporteur on extreme poverty and human rights,{2}",
        ),
        Piece(
            Part.NUMBERED,
            "Welcomes the report{2} and the recommendations made in paragraphs 34 to 36 of it, and recalls its "
            "resolution 26/3 of 26 June 2014;",
            "1.",
        ),
        Piece(Part.NUMBERED, "Urges all States:", "2."),
        Piece(Part.ITEM, "To ratify the Convention on the Rights of the Child;{3}", "(a)"),
        Piece(Part.ITEM, "To give effect to Council resolution 26/3;", "(b)"),
        Piece(Part.NUMBERED, "Decides to remain seized of the matter.", "3."),
    ),
    notes={
        "1": "See also A/HRC/21/39 and resolution 62/219.",
        "2": "A/HRC/38/33.",
        "3": "United Nations, Treaty Series, vol. 1577, No. 27531.",
    },
    closing=("35th meeting", "5 July 2018"),
)
