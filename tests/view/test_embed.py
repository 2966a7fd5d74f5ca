"""What goes into a page stays what it is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view.embed import code_block, content_policy, json_block

EXPECTED = "sha256-81WALLbUROF1pWdYjuQYKuIcGgY/+TqVJr8UsV6Tkvo="  # of `let a;`


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_json_comes_back_and_cannot_end_its_element(value: object) -> None:
    block = json_block(value)
    assert json.loads(block) == value
    assert not set(block) & set("<>&\u2028\u2029")
    assert block.isascii()


@pytest.mark.parametrize("code", ["x </script> y", "x </SCRIPT y", "a { } </style>", "x = 1 <!-- y"])
def test_code_that_would_end_its_element_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="would end"):
        code_block(code)


def test_line_ends_are_those_that_a_browser_hashes() -> None:
    assert code_block("a\r\nb\rc\n") == "a\nb\nc\n"


def test_policy_names_the_scripts_and_nothing_outside() -> None:
    policy = content_policy([code_block("let a;")])
    assert "default-src 'none'" in policy
    assert f"script-src '{EXPECTED}'" in policy
    assert "http" not in policy
    assert "unsafe-eval" not in policy
