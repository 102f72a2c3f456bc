"""The table of networks that are never dialled.

Sources, besides the clouds' own manuals: iana-ipv4-special-registry, iana-ipv6-special-registry, RFC 1112 and 5735
(multicast, future use), RFC 3879 (site-local), RFC 6052 and 8215 (NAT64), RFC 2765 (translated), RFC 3056 (6to4),
RFC 4380 (Teredo).
The standard library's `is_global` is no substitute: its answers changed between patch releases of one Python.
"""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network

REFUSED_V4: tuple[IPv4Network, ...] = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network; Linux dials it as loopback
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT; holds one cloud's metadata server
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # Azure's wire server, a public address that only a cloud's guests reach
        "169.254.0.0/16",  # link-local; the other clouds' metadata servers
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # future use, and the broadcast address
    )
)

PUBLIC_V6 = IPv6Network("2000::/3")
"""All that is handed out as global unicast. Everything else is refused without being named: `::`, `::1`, IPv4-mapped
`::ffff:0:0/96` and -translated `::ffff:0:0:0/96`, NAT64 `64:ff9b::/96` and `64:ff9b:1::/48`, discard `100::/64`,
`5f00::/16`, unique local `fc00::/7`, link-local `fe80::/10`, site-local `fec0::/10`, multicast `ff00::/8`."""

REFUSED_V6: tuple[IPv6Network, ...] = tuple(
    IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",  # AS112
        "3ffe::/16",  # the former 6bone
        "3fff::/20",  # documentation
    )
)
