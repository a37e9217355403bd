// Controls, half pairs and characters that are none, which XML cannot hold; those without width; those that turn the
// direction of what follows, and so show a name as another. Tabs and line breaks stay.
const HIDDEN =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u200b-\u200d\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/** A text without what nobody sees of it. */
export const visibleText = (text: string): string => text.replaceAll(HIDDEN, '')
