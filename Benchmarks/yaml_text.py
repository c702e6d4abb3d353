"""YAML in block style, as a careful person writes it."""
from facts import Moment

WORDS_OF_YAML = {"true", "false", "yes", "no", "null", "on", "off", "y", "n"}


class Number(str):
    """Digits that YAML writes without quotes."""


def scalar(text):
    if isinstance(text, (Moment, Number)):
        return text
    plain = (text and text[0].isalpha() and text == text.strip() and text.lower() not in WORDS_OF_YAML
             and not any(mark in text for mark in "#:\"'{}[]&*!|>%@`\n\\"))
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def lines(value, pad=""):
    """The lines of a mapping: text with line ends becomes a literal block, a long one a folded block."""
    out = []
    for key, item in value.items():
        head = pad + key + ":"
        if isinstance(item, dict):
            out.append(head)
            out += lines(item, pad + "  ")
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            out.append(head)
            for row in item:
                inner = lines(row, pad + "    ")
                inner[0] = pad + "  - " + inner[0].lstrip()
                out += inner
        elif isinstance(item, list):
            out.append(head + " [" + ", ".join(scalar(text) for text in item) + "]")
        elif "\n" in item:
            out.append(head + " |")
            out += [pad + "  " + line if line else "" for line in item.rstrip("\n").split("\n")]
        elif len(item) > 100 and not isinstance(item, (Moment, Number)):
            out.append(head + " >-")
            line = pad + " "
            for word in item.split(" "):
                if len(line) + len(word) > 98:
                    out.append(line)
                    line = pad + " "
                line += " " + word
            out.append(line)
        else:
            out.append(head + " " + scalar(item))
    return out


def text(value):
    return "\n".join(lines(value)) + "\n"
