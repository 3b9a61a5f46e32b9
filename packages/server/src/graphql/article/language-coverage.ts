import { coverageOf } from '@onrecord/extract'
import { builder } from '../builder.js'

export const LanguageCoverage = builder.enumType('LanguageCoverage', {
  description: 'What the built-in extractor looks for in a language.',
  values: {
    ALL_SPEECH: { description: 'Direct and indirect speech: English and German.' },
    DIRECT_SPEECH: {
      description: 'Quotations with a verb, a source or a colon beside them: French and Spanish.',
    },
    MARKED_SPEECH: {
      description:
        'Quotations, of a language without rules. They have a speaker only beside a name with a colon or a dash.',
    },
  } as const,
})

builder.prismaObjectField('Article', 'languageCoverage', (t) =>
  t.field({
    type: LanguageCoverage,
    nullable: true,
    description:
      'What the built-in extractor looks for in its language, so that few statements are not taken for little speech; null when the language is unknown.',
    select: { language: true },
    resolve: ({ language }) => (language === null ? null : coverageOf(language)),
  }),
)
