import type { LanguageCoverage } from '@onrecord/extract'

/**
 * Says what was looked for in a language that the rules know little of, so that few statements are not taken for little
 * speech; null for the others.
 *
 * @param language a BCP 47 tag.
 */
export function languageNote(
  language: string | null | undefined,
  coverage: LanguageCoverage | null | undefined,
): string | null {
  if (!language || coverage !== 'MARKED_SPEECH') return null
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
  return `no rules for ${name} (${language}): quotations get a speaker only beside a name with a colon or a dash`
}
