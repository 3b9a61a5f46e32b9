import type { Prisma } from '../../src/generated/prisma/client.js'
import type { NounName } from '../../src/record/nouns.js'
import { TREE_DEPTH } from '../../src/record/visibility/shown-others.js'
import type { View } from '../../src/record/visibility/view.js'

/** The rules of visibility, written a second time as Prisma filters, so that tests can compare the two. */
export const VISIBLE_WHERE: Record<
  Exclude<NounName, 'Revision' | 'Merge' | 'Change' | 'StatementNote' | 'ArticleClaim' | 'Alert'>,
  (view: View) => object
> = {
  ApiKey: ({ keys }): Prisma.ApiKeyWhereInput => (keys ? {} : { id: { in: [] } }),
  Webhook: ({ keys }): Prisma.WebhookWhereInput => (keys ? {} : { id: { in: [] } }),
  WebhookDelivery: ({ keys }): Prisma.WebhookDeliveryWhereInput => (keys ? {} : { id: { in: [] } }),
  Site: ({ sight }): Prisma.SiteWhereInput =>
    sight === 'EVERYTHING' ? {} : { articles: { some: { deletedAt: null } } },
  Article: ({ bin }): Prisma.ArticleWhereInput => (bin ? {} : { deletedAt: null }),
  ArticleText: ({ bin }): Prisma.ArticleTextWhereInput => (bin ? {} : { article: { deletedAt: null } }),
  Speaker: speakerWhere,
  Statement: statementWhere,
  StatementThread: ofStatements,
  Utterance: ofStatements,
  Topic: (view): Prisma.TopicWhereInput => ({
    mergedIntoId: null,
    ...(view.sight === 'EVERYTHING' ? {} : raisedWhere(TREE_DEPTH, view)),
  }),
  Event: ofStatements,
  Place: placeWhere,
  Document: documentWhere,
}

const shownWhere = ({ sight }: View) => ({
  notIn: sight === 'PUBLIC' ? ['PROPOSED' as const, 'REJECTED' as const] : ['REJECTED' as const],
})

function statementWhere(view: View): Prisma.StatementWhereInput {
  return {
    ...(view.sight === 'EVERYTHING' ? {} : { reviewStatus: shownWhere(view) }),
    ...(view.bin ? {} : { deletedAt: null, article: { deletedAt: null } }),
  }
}

function ofStatements(view: View) {
  return view.sight === 'EVERYTHING' ? {} : { statements: { some: statementWhere(view) } }
}

const speaksWhere = (view: View): Prisma.SpeakerWhereInput[] => [
  { attributions: { some: { shownStatus: shownWhere(view) } } },
  { mentions: { some: { shownStatus: shownWhere(view) } } },
]

function speakerWhere(view: View): Prisma.SpeakerWhereInput {
  if (view.sight === 'EVERYTHING') return { mergedIntoId: null }
  const itself = speaksWhere(view)
  return {
    mergedIntoId: null,
    OR: [
      ...itself,
      { bylines: { some: { article: { deletedAt: null } } } },
      { events: { some: { event: ofStatements(view) } } },
      { issued: { some: { document: documentWhere(view) } } },
      { memberships: { some: { speaker: { OR: itself } } } },
      { groups: { some: { group: { OR: itself } } } },
    ],
  }
}

function raisedWhere(depth: number, view: View): Prisma.TopicWhereInput {
  const itself = [
    { articles: { some: { article: { deletedAt: null } } } },
    { statements: { some: { statement: statementWhere(view) } } },
  ]
  return { OR: depth === 0 ? itself : [...itself, { children: { some: raisedWhere(depth - 1, view) } }] }
}

function placeWhere(view: View): Prisma.PlaceWhereInput {
  if (view.sight === 'EVERYTHING') return {}
  const shown = { statements: { some: statementWhere(view) } }
  const office = { affiliations: { some: { speaker: { OR: speaksWhere(view) } } } }
  return { OR: [shown, { events: { some: shown } }, office] }
}

function documentWhere(view: View): Prisma.DocumentWhereInput {
  if (view.sight === 'EVERYTHING') return {}
  const cited = {
    article: { deletedAt: null },
    OR: [{ statementId: null }, { statement: statementWhere(view) }],
  }
  return {
    OR: [
      { references: { some: cited } },
      { utterances: { some: { statements: { some: statementWhere(view) } } } },
    ],
  }
}
