"""The names under which `<meta>` tags say things, in the order in which they are believed."""

from __future__ import annotations

TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title")
DESCRIPTION = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
AUTHORS = (
    "author",
    "article:author",
    "og:author",
    "og:article:author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "dable:author",
    "citation_author",
    "authors",
    "creator",
    "article.author",
)
PUBLISHED = (
    "article:published_time",
    "article:published",
    "article:published:time",
    "article_published_time",
    "og:published_time",
    "og:article:published_time",
    "og:pubdate",
    "article.published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "pubdate",
    "publish_date",
    "publishdate",
    "publish-date",
    "publication_date",
    "published_time",
    "published",
    "date.published",
    "published-date",
    "publication-date",
    "originalpublicationdate",
    "content:publishdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "article:post_time",
    "weibo:article:create_at",
    "citation_publication_date",
    "citation_date",
    "analytics:date",
    "displaydate",
    "date",
    "last-published",
    "dc.date.available",
)
MODIFIED = (
    "article:modified_time",
    "article:modified",
    "article:modified:time",
    "article_modified_time",
    "og:updated_time",
    "og:modified_time",
    "article.updated",
    "datemodified",
    "last_updated_date",
    "last-modified",
    "modified-date",
    "lastmod",
    "modified_time",
    "revision_date",
    "dc.date.modified",
    "dcterms.modified",
    "date.modified",
    "weibo:article:update_at",
)
SITE_NAME = ("og:site_name", "og:site", "og_site_name", "application-name", "apple-mobile-web-app-title")
PUBLISHER = ("dc.publisher", "dcterms.publisher", "publisher", "article:publisher", "copyright")
SECTION = ("article:section", "og:section", "og:article:section", "parsely-section", "cxenseparse:section", "section")
KEYWORDS = ("article:tag", "og:article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags")
IMAGE = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url")
ADDRESS = ("og:url", "twitter:url", "parsely-link")
LANGUAGE = ("og:locale", "content-language", "language", "dc.language", "dcterms.language", "inlanguage")
PAYWALL = ("article:content_tier", "og:article:content_tier", "content_tier", "isaccessibleforfree")
WALLED = frozenset({"locked", "paid", "premium", "subscriber", "subscribers", "false"})
OPEN = frozenset({"free", "open", "true"})
"""Metered pages are neither: they are open to some of their readers."""
