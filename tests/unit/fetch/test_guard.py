"""Which addresses may be dialled, in every spelling that some program reads as an address."""

from __future__ import annotations

import ipaddress
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import AddressRefused, ConfigError
from bot.fetch.address import parse
from bot.fetch.guard import Guard, Refused, is_public

GUARD = Guard((80, 443, 8080, 8443))
PRIVATE = (
    *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254"),
    *("168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1"),
    *("192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1"),
    *("255.255.255.255", "192.0.0.192"),
)
PRIVATE_V6 = (
    *("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1"),
    *("64:ff9b::808:808", "64:ff9b:1::a00:1", "100::1", "2001::1", "2001:0:53aa:64c::1", "2001:10::1", "2001:20::1"),
    *("2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3ffe::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254"),
    *("fd20:ce::254", "fe80::1", "fe80::1%eth0", "2606:4700::1%eth0", "fec0::1", "ff02::1", "4000::1"),
)
PUBLIC = ("1.1.1.1", "8.8.8.8", "93.184.215.14", "100.63.255.255", "100.128.0.1", "172.32.0.1", "168.63.129.15")
PUBLIC_V6 = ("2606:4700:4700::1111", "2a00:1450:4001:800::200e", "2400:cb00::1", "2001:4860:4860::8888")


def spellings(ip: ipaddress.IPv4Address) -> list[str]:
    """What `inet_aton`, browsers and curl read as `ip`."""
    a, b, c, d = ip.packed
    number = int(ip)
    return [
        *(f"{a}.{b}.{c}.{d}", f"{a}.{b}.{c}.{d}.", f"{number}", f"{number:#x}", f"0{number:o}", f"0X{number:08X}"),
        *(f"{a}.{number & 0xFFFFFF}", f"{a}.{b}.{number & 0xFFFF}", f"{a:#x}.{b:#x}.{c:#x}.{d:#x}"),
        *(f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"{a:#x}.{b}.0{c:o}.{d}", f"{a:#04x}.{number & 0xFFFFFF}"),
        *(f"[::ffff:{ip}]", f"[::{ip}]", f"[64:ff9b::{ip}]", f"[2002:{number >> 16:x}:{number & 0xFFFF:x}::]"),
        *(f"{a}。{b}。{c}。{d}", "".join(chr(0xFEE0 + ord(x)) if x.isdigit() else x for x in str(ip))),
        *(f"%{ord(str(a)[0]):x}{str(a)[1:]}.{b}.{c}.{d}", f"user@{ip}", f"example.com:80@{ip}", f"example.com\\@{ip}"),
    ]


def refused(url: str, guard: Guard = GUARD) -> bool:
    try:
        guard.check(parse(url))
    except AddressRefused:
        return True
    return False


@given(st.ip_addresses(v=4))
@settings(max_examples=150)
def test_no_spelling_of_a_private_address_passes(ip: ipaddress.IPv4Address) -> None:
    for host in spellings(ip):
        usual = host == str(ip) or (host.isascii() is False and is_public(ip))
        assert refused(f"http://{host}/") or (usual and is_public(ip)), host


@pytest.mark.parametrize("text", PRIVATE)
def test_every_spelling_of_known_private_addresses_is_refused(text: str) -> None:
    for host in spellings(ipaddress.IPv4Address(text)):
        for scheme in ("http", "https"):
            assert refused(f"{scheme}://{host}/"), host


@given(st.ip_addresses(v=4))
@settings(max_examples=500)
def test_nothing_that_python_calls_private_is_public(ip: ipaddress.IPv4Address) -> None:
    if ip.is_private or ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local:
        assert not is_public(ip)


@given(st.ip_addresses(v=6))
@settings(max_examples=500)
def test_ipv6_is_public_only_where_it_is_handed_out(ip: ipaddress.IPv6Address) -> None:
    if ip.is_private or ip.is_multicast or ip.is_reserved or ip.sixtofour or ip.teredo or ip.ipv4_mapped:
        assert not is_public(ip)


@pytest.mark.parametrize("text", PRIVATE_V6)
def test_private_ipv6_is_refused_as_written_as_answered_and_as_dialled(text: str) -> None:
    assert refused(f"http://[{text}]/")
    assert refused(f"http://[{text.replace('%', '%25')}]/")
    assert not GUARD.may_dial("news.example", text, 80)
    with pytest.raises(Refused):
        GUARD.socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", (text, 80, 0, 0)))


@pytest.mark.parametrize("text", PRIVATE)
def test_private_ipv4_is_refused_as_answered_and_as_dialled(text: str) -> None:
    assert not GUARD.may_dial("news.example", text, 80)
    with pytest.raises(Refused):
        GUARD.socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", (text, 80)))


@pytest.mark.parametrize("text", [*PUBLIC, *PUBLIC_V6])
def test_public_addresses_pass(text: str) -> None:
    v6 = ":" in text
    assert not refused(f"https://[{text}]/" if v6 else f"https://{text}/")
    assert GUARD.may_dial("news.example", text, 443)
    family, address = (socket.AF_INET6, (text, 443, 0, 0)) if v6 else (socket.AF_INET, (text, 443))
    GUARD.socket((family, socket.SOCK_STREAM, 6, "", address)).close()  # made, not connected


def test_a_scope_in_the_dialled_address_is_refused() -> None:
    with pytest.raises(Refused):
        GUARD.socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2606:4700::1", 80, 0, 2)))


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://news.example/", "file:///etc/passwd", "gopher://news.example/", "javascript:alert(1)", "news.example"),
        *(
            "http:///x",
            "http://",
            "",
            "http://user@news.example/",
            "http://user:secret@news.example/",
            "http://:@a.example/",
        ),
        *(
            "http://news.example:22/",
            "http://news.example:0/",
            "http://news.example:99999/",
            "http://[::1",
            "http://a b/",
        ),
        *("http://a..b/", f"http://{'a' * 64}.example/", f"http://{'a.' * 127}aaa/", "http://news.example%2f/"),
        *(
            "http://-a.example/",
            "http://news.example\r\nHost: x/",
            "http://1.2.3/",
            "http://1.2.3.4.5/",
            "http://a.0x7f/",
        ),
    ],
)
def test_other_schemes_ports_user_names_and_broken_hosts_are_refused(url: str) -> None:
    assert refused(url)


@pytest.mark.parametrize(
    "url",
    [
        *("http://news.example/", "https://news.example:8443/x?y#z", "http://NEWS.example./", "http://a_b.example/"),
        *(
            "https://bücher.example/",
            "http://xn--bcher-kva.example:8080/",
            "http://123.example/",
            "http://0x7f.example/",
        ),
    ],
)
def test_names_on_allowed_ports_pass(url: str) -> None:
    assert not refused(url)


class TestAllowedLoopback:
    guard = Guard((80,), ("127.0.0.1:8711", "[::1]:8712", "example.test:8713"))

    @pytest.mark.parametrize("host", ["127.0.0.1:8711", "[::1]:8712", "example.test:8713"])
    def test_passes_exactly_as_listed(self, host: str) -> None:
        assert not refused(f"http://{host}/", self.guard)

    @pytest.mark.parametrize(
        "host",
        [
            *("127.0.0.1", "127.0.0.1:80", "127.0.0.1:8712", "127.0.0.2:8711", "[::1]:8711", "[::ffff:127.0.0.1]:8711"),
            *("127.1:8711", "2130706433:8711", "0.0.0.0:8711", "[::]:8712", "10.0.0.1:8711", "8.8.8.8:8711"),
            *("user@127.0.0.1:8711", "news.example:8711", "localhost:8711"),
        ],
    )
    def test_opens_nothing_else(self, host: str) -> None:
        assert refused(f"http://{host}/", self.guard)

    def test_a_listed_name_may_be_loopback_and_no_other_name(self) -> None:
        assert self.guard.may_dial("example.test", "127.0.0.1", 8713)
        assert not self.guard.may_dial("example.test", "10.0.0.1", 8713)
        assert not self.guard.may_dial("example.test", "::ffff:127.0.0.1", 8713)
        assert not self.guard.may_dial("example.test", "8.8.8.8", 8713)
        assert not self.guard.may_dial("evil.example", "127.0.0.1", 8713)
        assert not self.guard.may_dial("evil.example", "127.0.0.1", 8711)
        assert not self.guard.may_dial("evil.example", "not an address", 80)

    def test_dialling_is_bound_to_loopback_and_the_port(self) -> None:
        self.guard.socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 8711))).close()
        for address in (("127.0.0.1", 80), ("10.0.0.1", 8711), ("8.8.8.8", 8711), ("169.254.169.254", 8711)):
            with pytest.raises(Refused):
                self.guard.socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", address))

    @pytest.mark.parametrize(
        "entry",
        ["127.0.0.1", "127.0.0.1:", ":80", "127.0.0.1:0", "127.0.0.1:x", "10.0.0.1:80", "127.1:80", "[fe80::1]:80"],
    )
    def test_an_entry_that_cannot_be_loopback_is_a_config_error(self, entry: str) -> None:
        with pytest.raises(ConfigError, match=r"fetch\.allow_loopback"):
            Guard((80,), (entry,))
