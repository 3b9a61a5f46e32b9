import { builder } from '../builder.js'

interface Held {
  content: string
  heldAt: Date
}

/** The held text in the columns of an article. */
export const heldText = (source: unknown, heldAt: Date): Held => ({
  content: (source as { text: string }).text,
  heldAt,
})

export const HeldText = builder.objectRef<Held>('HeldText').implement({
  description:
    'A text of an article that came in, is much shorter than the one on record, and waits for a person.',
  fields: (t) => ({
    content: t.exposeString('content', { description: 'The text that came in.' }),
    length: t.int({
      description: 'Length of the content in UTF-16 code units.',
      resolve: ({ content }) => content.length,
    }),
    heldAt: t.expose('heldAt', { type: 'DateTime', description: 'The instant at which it came in.' }),
  }),
})
