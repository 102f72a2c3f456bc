"""Tables of the web's habits: trackers, wrappers, AMP, mobile hosts. Names of parameters in lower case.

A parameter goes into a table only if dropping it never changes which page opens. Where the
same name means something elsewhere (`ref`, `s`, `source`, `cid`) it stands in `SITE_TRACKERS`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

TRACKER_PREFIXES = (
    "utm_", "at_", "mtm_", "matomo_", "piwik_", "hsa_", "_hs", "__hs", "oly_", "vero_", "sfmc_", "elqtrack", "bsft_",
    "fb_action_", "ml_subscriber", "wt.", "wt_", "xtor", "trk_", "gad_", "guce_", "ga_campaign", "ga_source",
)  # fmt: skip

TRACKERS = frozenset({
    "fbclid", "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
    "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "_openstat", "srsltid", "epik",
    "s_kwcid", "ef_id", "wickedid", "rb_clickid", "dm_i", "_branch_match_id", "__twitter_impression", "ref_src",
    "ref_url", "fb_ref", "fb_source", "action_object_map", "action_type_map", "action_ref_map", "cmpid", "intcmp",
    "icid", "ocid", "s_cid", "ncid", "guccounter", "ns_source", "ns_mchannel", "ns_campaign", "ns_linkname", "ns_fee",
    "pk_campaign", "pk_kwd", "pk_keyword", "pk_source", "pk_medium", "pk_content", "pk_cid", "pk_vid", "ga_medium",
    "ga_content", "ga_term", "ga_place", "amp_js_v", "amp_gsa", "usqp", "tpcc", "wprov", "sr_share", "vgo_ee", "__s",
    "ito",
})  # fmt: skip

TRACKERS_AS_WRITTEN = frozenset({"CMP", "INTCMP"})
"""Trackers only in capitals: in small letters they select content on many sites."""

SITE_TRACKERS: dict[str, frozenset[str]] = {
    "x.com": frozenset({"s", "t", "ref"}),
    "twitter.com": frozenset({"s", "t", "ref"}),
    "youtube.com": frozenset({"si", "feature", "pp", "ab_channel"}),
    "youtu.be": frozenset({"si", "feature"}),
    "reddit.com": frozenset({"share_id", "rdt", "ref", "ref_source", "correlation_id"}),
    "linkedin.com": frozenset({"trk", "trackingid", "lipi", "refid", "rcm"}),
    "medium.com": frozenset({"source"}),
    "substack.com": frozenset({"r", "isfreemail", "triedredirect", "publication_id", "showwelcomeonshare"}),
    "nytimes.com": frozenset(
        {"smid", "smtyp", "partner", "emc", "campaign_id", "instance_id", "segment_id", "user_id", "regi_id",
         "te", "nl",
         "referringsource", "rref", "ref"}
    ),
    "washingtonpost.com": frozenset({"itid", "wpisrc", "wpmm", "tid"}),
    "theguardian.com": frozenset({"ref"}),
    "bbc.com": frozenset({"ref", "facebook_page"}),
    "bbc.co.uk": frozenset({"ref", "facebook_page"}),
    "bloomberg.com": frozenset({"srnd", "sref", "leadsource", "cmpid", "embedded-checkout"}),
    "reuters.com": frozenset({"taid", "feedtype", "feedname", "rpc"}),
    "forbes.com": frozenset({"sh", "ss"}),
    "wired.com": frozenset({"bxid", "cndid", "esrc", "source", "mbid"}),
    "newyorker.com": frozenset({"bxid", "cndid", "esrc", "source", "mbid"}),
    "politico.com": frozenset({"nname", "nid", "nrid", "nlid"}),
    "politico.eu": frozenset({"nname", "nid", "nrid", "nlid"}),
    "msn.com": frozenset({"cvid", "ei", "pc"}),
    "yahoo.com": frozenset({"soc_src", "soc_trk", ".tsrc"}),
    "cnn.com": frozenset({"cid", "iid", "sr"}),
    "ft.com": frozenset({"sharetype", "segmentid", "ftcamp"}),
    "dw.com": frozenset({"maca"}),
    "faz.net": frozenset({"gepc"}),
    "spiegel.de": frozenset({"sara_ref", "sara_ecid"}),
    "zeit.de": frozenset({"sc_src", "page_ref"}),
    "welt.de": frozenset({"wtrid", "wtmc", "cid"}),
    "elpais.com": frozenset({"ssm", "id_externo_rsoc", "prm"}),
    "lemonde.fr": frozenset({"lmd_medium", "lmd_campaign", "lmd_creation", "lmd_link", "lmd_source"}),
}  # fmt: skip

SIGNATURES = frozenset({
    "signature", "sig", "x-amz-signature", "x-goog-signature", "x-oss-signature", "hmac", "hdnts", "hdnea", "hdntl",
    "policy", "key-pair-id", "__token__", "verify", "md5", "gaa_sig", "wmsauthsign",
})  # fmt: skip
"""Parameters that show that the address is signed: then nothing in it is touched."""


@dataclass(frozen=True, slots=True)
class Wrapper:
    """A redirecting page at `path` (no closing slash) of `hosts` and theirs below; a parameter names the target."""

    hosts: tuple[str, ...]
    path: str
    parameters: tuple[str, ...]


WRAPPERS = (
    Wrapper(("google",), "/url", ("q", "url")),  # every google.<country>
    Wrapper(("facebook.com", "messenger.com", "workplace.com"), "/l.php", ("u",)),
    Wrapper(("l.instagram.com", "l.threads.com", "l.threads.net"), "", ("u",)),
    Wrapper(("safelinks.protection.outlook.com",), "", ("url",)),
    Wrapper(("youtube.com",), "/redirect", ("q",)),
    Wrapper(("out.reddit.com", "exit.sc"), "", ("url",)),
    Wrapper(("linkedin.com",), "/redir/redirect", ("url",)),
    Wrapper(("linkedin.com",), "/safety/go", ("url",)),
    Wrapper(("slack-redir.net",), "/link", ("url",)),
    Wrapper(("vk.com",), "/away.php", ("to",)),
    Wrapper(("steamcommunity.com",), "/linkfilter", ("url", "u")),
    Wrapper(("duckduckgo.com",), "/l", ("uddg",)),
    Wrapper(("t.umblr.com",), "/redirect", ("z",)),
    Wrapper(("getpocket.com",), "/redirect", ("url",)),
    Wrapper(("bing.com",), "/alink/link", ("url",)),
)

AMP_CACHE_HOSTS = ("cdn.ampproject.org", "bing-amp.com")
AMP_SEGMENTS = frozenset({"amp", "amphtml"})
AMP_ENDINGS = (
    (".amp.html", ".html"),
    (".amp.htm", ".htm"),
    (".amp", ""),
    ("_amp.html", ".html"),
    ("-amp.html", ".html"),
)
AMP_PARAMETERS: dict[str, frozenset[str]] = {
    "amp": frozenset({"", "1", "true", "yes"}),
    "outputtype": frozenset({"amp"}),
    "output": frozenset({"amp"}),
    "view": frozenset({"amp"}),
}
"""Values that ask for another make-up of the same page."""

VARIANT_LABELS = frozenset({"www", "www1", "www2", "m", "mobile", "amp", "wap", "touch"})
MOBILE_SECOND = ("wikipedia.org", "wikinews.org", "wikimedia.org", "wikiquote.org")
"""Sites whose mobile label comes second: `en.m.wikipedia.org`."""

SAME_SITE = {
    "bbc.co.uk": "bbc.com",
    "edition.cnn.com": "cnn.com",
    "us.cnn.com": "cnn.com",
    "twitter.com": "x.com",
    "old.reddit.com": "reddit.com",
    "new.reddit.com": "reddit.com",
    "np.reddit.com": "reddit.com",
}

INDEX_FILES = frozenset({
    "index.html", "index.htm", "index.php", "index.shtml", "index.asp", "index.aspx", "index.jsp", "default.html",
    "default.htm", "default.asp", "default.aspx",
})  # fmt: skip


def under(host: str, domains: Collection[str]) -> bool:
    """Whether `host` is one of `domains` or a name below one."""
    return any(host == domain or host.endswith("." + domain) for domain in domains)
