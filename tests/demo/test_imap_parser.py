"""The parts of the demo's IMAP server that read what strangers send: whatever comes, they answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imapclient.imap_utf7 import decode as their_decode
from imapclient.imap_utf7 import encode as their_encode

from bot.demo.imap_fetch import parse_items
from bot.demo.imap_names import compact, decode_name, encode_name, name_pattern, pick
from bot.demo.imap_parser import Bad, Command, Text, announced_literal, parse_command
from bot.demo.imap_structure import Part, parse_structure, part_at

NAMES = st.text(st.characters(codec="utf-8"), min_size=1)


@given(NAMES)
def test_a_folder_name_survives_modified_utf7(name: str) -> None:
    """And imapclient, written by others, reads and writes the same."""
    assert encode_name(name) == their_encode(name)
    assert their_decode(encode_name(name)) == name
    assert decode_name(encode_name(name)) == ("INBOX" if name.upper() == "INBOX" else name)


@pytest.mark.parametrize("raw", [b"&", b"&AMA", b"&!!-", b"\xc3\xa9", b"&2AA-", b"&A-"])
def test_a_name_that_is_not_utf7_is_bad(raw: bytes) -> None:
    with pytest.raises(Bad):
        decode_name(raw)


@given(st.binary(max_size=200) | st.text('aUID ()"\\{}+0123\r\nBODY[]<.>', max_size=80).map(str.encode))
def test_a_command_is_understood_or_bad(data: bytes) -> None:
    announced_literal(data)
    try:
        command = parse_command(data)
        for value in command.args:
            parse_items(value)
    except Bad:
        pass


def test_strings_atoms_lists_and_literals_are_told_apart() -> None:
    line = b'a1 uid store 1:2,* (FLAGS NIL "NIL" ()) "q\\"\\\\" {7}\r\n({3}\r\n"\r\n'
    assert parse_command(line) == Command(
        b"a1", "UID STORE", (b"1:2,*", (b"FLAGS", b"NIL", b"NIL", ()), b'q"\\', b'({3}\r\n"')
    )
    quoted = [isinstance(value, Text) for value in parse_command(b'a x NIL "NIL" {3}\r\nNIL\r\n').args]
    assert quoted == [False, True, True]


def test_a_section_is_one_word_whatever_is_in_its_brackets() -> None:
    command = parse_command(b'a FETCH 1 (BODY.PEEK[1.HEADER.FIELDS (To "x]")]<0.5> FLAGS)\r\n')
    assert command.args[1] == (b'BODY.PEEK[1.HEADER.FIELDS (To "x]")]<0.5>', b"FLAGS")


@given(
    st.lists(st.integers(1, 50), unique=True).map(sorted), st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)))
)
def test_a_sequence_set_picks_what_its_ranges_hold(present: list[int], ranges: list[tuple[int, int]]) -> None:
    spec = b",".join(b"%d:%d" % pair for pair in ranges) or b"1"
    expected = {n for n in present for low, high in ranges or [(1, 1)] if min(low, high) <= n <= max(low, high)}
    assert pick(spec, present) == sorted(expected)


@given(st.lists(st.integers(1, 30), unique=True, min_size=1))
def test_a_compact_set_names_the_same_numbers_in_order(numbers: list[int]) -> None:
    named: list[int] = []
    for piece in compact(numbers).decode().split(","):
        low, _, high = piece.partition(":")
        named += range(int(low), int(high or low) + 1)
    assert named == numbers


@pytest.mark.parametrize(
    ("spec", "picked"), [(b"*", [9]), (b"7:*", [9]), (b"*:1", [2, 5, 9]), (b"12:*", [9]), (b"3", [])]
)
def test_a_star_is_the_last_message(spec: bytes, picked: list[int]) -> None:
    """`12:*` is the last one even where 12 is beyond it (RFC 3501 9): clients must filter."""
    assert pick(spec, [2, 5, 9]) == picked


@pytest.mark.parametrize("spec", [b"", b"1,", b"a", b"1:2:3", b"-1", b"1 2", b"99999999999"])
def test_what_is_no_sequence_set_is_bad(spec: bytes) -> None:
    with pytest.raises(Bad):
        pick(spec, [1, 2])


@pytest.mark.parametrize(
    ("pattern", "matching"),
    [("*", ["a", "a/b", "a/b/c"]), ("%", ["a"]), ("a/%", ["a/b"]), ("a*c", ["a/b/c"]), ("a.b", []), ("", [])],
)
def test_list_wildcards_stop_at_levels_or_not(pattern: str, matching: list[str]) -> None:
    assert [name for name in ("a", "a/b", "a/b/c") if name_pattern(pattern).fullmatch(name)] == matching


LETTER = (
    b"Content-Type: multipart/mixed; boundary=out\r\n\r\npreamble\r\n"
    b'--out\r\nContent-Type: multipart/alternative; boundary="in side"\r\n\r\n'
    b"--in side\r\n\r\nplain\r\n--in side\r\nContent-Type: text/html\r\n\r\n<p>\r\n--in side--\r\n"
    b"--out\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner text\r\n"
    b"--out--\r\nepilogue\r\n"
)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ((1, 1), b"plain"),
        ((1, 2), b"<p>"),
        ((2,), b"Subject: inner\r\n\r\ninner text"),
        ((2, 1), b"inner text"),
        ((2, 2), None),
        ((3,), None),
        ((1, 3), None),
        ((0,), None),
    ],
)
def test_section_numbers_lead_to_their_part(path: tuple[int, ...], content: bytes | None) -> None:
    part = part_at(parse_structure(LETTER), path)
    assert (part and part.body_octets) == content


@given(st.lists(st.sampled_from([*LETTER.splitlines(keepends=True), b"\n", b"--out\r\n", b"\xff: \r\n"])).map(b"".join))
def test_any_mail_has_a_tree_that_stays_within_it(raw: bytes) -> None:
    def check(part: Part, start: int, end: int) -> None:
        assert start <= part.start <= part.body <= part.end <= end
        for child in part.children:
            check(child, part.body, part.end)

    check(parse_structure(raw), 0, len(raw))
