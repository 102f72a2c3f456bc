"""Prints what each catalogue lacks, ready to be filled in."""

from __future__ import annotations

from bot.locale.catalogue import HERE
from bot.locale.sources import Found, missing


def entry(found: Found) -> str:
    context, text = found.key
    lines = [f"#: {found.where}"]
    lines += [f"msgctxt {quoted(context)}"] if context else []
    lines.append(f"msgid {quoted(text)}")
    lines += [f"msgid_plural {quoted(found.many)}", 'msgstr[0] ""', 'msgstr[1] ""'] if found.many else ['msgstr ""']
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    for folder in sorted(path for path in HERE.iterdir() if path.is_dir() and not path.name.startswith("_")):
        print(f"# {folder.name}\n")
        print("\n".join(map(entry, missing(folder.name))))
