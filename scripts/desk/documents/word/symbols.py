"""What the signs of Word's picture fonts are in Unicode."""

from __future__ import annotations

# Codes as Word stores them, without the F000 that it adds.
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧",
    0x89: "⑨", 0x8A: "⑩", 0x8C: "❶", 0x8D: "❷", 0x8E: "❸", 0x8F: "❹", 0x90: "❺", 0x91: "❻", 0x92: "❼",
    0x93: "❽", 0x94: "❾", 0x95: "❿", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "☆",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xFB: "×", 0xFC: "√", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "⊗", 0x56: "⊗", 0xA3: "□",
    **{0x69 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩")},
}  # fmt: skip
_SYMBOL = {
    0xD6: "√", 0xB4: "×", 0xB8: "÷", 0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xB1: "±", 0xB0: "°", 0xAE: "→",
    0xAC: "←", 0xDE: "⇒", 0xA5: "∞", 0xC5: "⊕", 0xC4: "⊗", 0xB7: "•", 0xCE: "∈", 0xC7: "∩", 0xC8: "∪",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x70: "π", 0x71: "θ", 0x6C: "λ", 0x6D: "μ", 0x53: "Σ",
    0x57: "Ω", 0x44: "Δ",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, code: str) -> str:
    """The sign of `w:sym`; one that is not known shows as □, so that its place is seen."""
    try:
        number = int(code, 16)
    except ValueError:
        return "□"
    if number >= 0xF000:
        number -= 0xF000
        found = _FONTS.get(font.strip().lower(), {}).get(number)
        return found or (chr(number) if 0x20 < number < 0x7F and font.lower() not in _FONTS else "□")
    if not 0x20 <= number < 0xD800 and not 0xE000 <= number < 0xF000:
        return "□"
    return _FONTS.get(font.strip().lower(), {}).get(number) or chr(number)
