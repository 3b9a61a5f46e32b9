import { MOST_PARTS } from '../../record/most-parts.js'
import { officesHeld } from '../../record/speaker/offices-held.js'
import { builder } from '../builder.js'
import { partsOf } from '../linked.js'

builder.prismaObjectFields('Attribution', (t) => ({
  affiliation: t.field({
    type: 'Affiliation' as never,
    nullable: true,
    description:
      'The office that the speaker held when the words were spoken: of several in `affiliations`, the one that began last. Null when none is known.',
    ...partsOf(officesHeld, 1),
  }),
  affiliations: t.field({
    type: ['Affiliation'] as never,
    description: `All offices that the speaker held when the words were spoken, those that began last first; at most ${MOST_PARTS.affiliations}. An office counts when its dates say that it was held then; where none certainly was, the ones that began last of those that may have been. \`filter.affiliation\` finds statements by any of them.`,
    ...partsOf(officesHeld),
  }),
}))
