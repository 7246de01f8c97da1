"""Makes Textual content out of typed values; nothing here touches a widget, so workers may call it."""
