import { builder } from '../builder.js'
import { RejectionReason } from './enums.js'

interface ReviewFacts {
  at: Date
  by: string
  reason: (typeof RejectionReason)['$inferType'] | null
  note: string | null
}

const Review = builder.objectRef<ReviewFacts>('Review').implement({
  description: 'What a person decided about a statement; the decision itself is its `reviewStatus`.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'The instant of the decision.' }),
    by: t.exposeString('by', { description: 'Who decided: the name of the key that was used.' }),
    reason: t.expose('reason', {
      type: RejectionReason,
      nullable: true,
      description: 'Why the statement was rejected; null when it was not.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'More about the decision, in their words; null when they wrote nothing.',
    }),
  }),
})

builder.prismaObjectFields('Statement', (t) => ({
  review: t.field({
    type: Review,
    nullable: true,
    description: 'The last review; null while nobody has looked. Those before stand in `revisions`.',
    select: { reviewedAt: true, reviewedBy: true, rejectionReason: true, reviewNote: true },
    resolve: ({ reviewedAt: at, reviewedBy: by, rejectionReason: reason, reviewNote: note }) =>
      at && by ? { at, by, reason, note } : null,
  }),
  deletedAt: t.expose('deletedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it was put into the bin; null when it is not in it.',
  }),
}))
