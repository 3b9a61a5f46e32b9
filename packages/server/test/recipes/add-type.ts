import { builder } from '../../src/graphql/builder.js'

// #region type
interface Span {
  first: Date
  last: Date
}

const Span = builder.objectRef<Span>('Span').implement({
  description: 'A time from its first to its last day.',
  fields: (t) => ({
    first: t.expose('first', { type: 'Date', description: 'The first day.' }),
    last: t.expose('last', { type: 'Date', description: 'The last day.' }),
  }),
})

builder.prismaObjectField('Article', 'publishedWithin', (t) =>
  t.field({
    type: Span,
    nullable: true,
    description: 'The days between which it was published; null when nothing is known.',
    select: { publishedEarliest: true, publishedLatest: true },
    resolve: ({ publishedEarliest: first, publishedLatest: last }) =>
      first && last ? { first, last } : null,
  }),
)
// #endregion
