/** Gives the canonical form of a BCP 47 tag ("EN_gb" → "en-GB"); null when the text is no tag. */
export function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}
