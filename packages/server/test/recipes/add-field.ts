import { builder } from '../../src/graphql/builder.js'

// #region field
builder.prismaObjectField('Article', 'wordCount', (t) =>
  t.int({
    description: 'Words of its newest text; runs of letters and digits count as one.',
    select: { currentText: { select: { content: true } } },
    resolve: ({ currentText }) => currentText?.content.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
  }),
)
// #endregion
