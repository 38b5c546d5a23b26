"""Template plus fields becomes a mail; a figure that is not a field never leaves (X1)."""

from bot.letters.render import JinjaLetters
from bot.mail.to_html import text_to_html

__all__ = ["JinjaLetters", "text_to_html"]
