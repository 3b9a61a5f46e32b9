import {
  type ExtractOptions,
  type Extractor,
  isFullName,
  type KnownSpeaker,
  type SpeakerDraft,
} from '@onrecord/extract'
import type { PrismaClient } from '../../generated/prisma/client.js'
import { fold } from '../../text/fold.js'
import { extractText, type StorableExtraction } from '../extractor/extract-text.js'

/**
 * Runs an extractor and, when it gives somebody a short name that a person has given somebody else on record, runs it
 * again with that speaker: "A. Moss" beside Anna Moss is Albert Moss, when a person has said that this is his alias.
 *
 * @throws ExtractorError when the extractor fails, or gives drafts that do not fit the text.
 */
export async function extractKnowing(
  prisma: PrismaClient,
  extractor: Extractor,
  text: string,
  options: ExtractOptions,
): Promise<StorableExtraction> {
  const extraction = await extractText(extractor, text, options)
  const speakers = await givenElsewhere(prisma, extraction.speakers)
  return speakers.length > 0 ? extractText(extractor, text, { ...options, speakers }) : extraction
}

/** Finds the speakers on record to whom a person has given, as an alias, a name that the text seems to have for another. */
async function givenElsewhere(
  prisma: PrismaClient,
  drafts: readonly SpeakerDraft[],
): Promise<KnownSpeaker[]> {
  const owners = new Map(
    drafts.flatMap(({ kind, name, aliases }) =>
      kind === 'PERSON' ? aliases.filter(isWeak).map((alias) => [fold(alias), { alias, name }] as const) : [],
    ),
  )
  if (owners.size === 0) return []
  const found = await prisma.speaker.findMany({
    where: {
      kind: 'PERSON',
      mergedIntoId: null,
      editedFields: { has: 'aliases' },
      aliases: { some: { nameFolded: { in: [...owners.keys()] } } },
    },
    select: { name: true, nameFolded: true, aliases: { select: { nameFolded: true } } },
    orderBy: { id: 'asc' },
  })
  const byAlias = Map.groupBy(
    found.flatMap(({ name, nameFolded, aliases }) =>
      aliases.map((alias) => ({ name, nameFolded, alias: alias.nameFolded })),
    ),
    ({ alias }) => alias,
  )
  return [...owners].flatMap(([folded, { alias, name }]) => {
    const [one, other] = byAlias.get(folded) ?? []
    return one && !other && one.nameFolded !== fold(name) ? [{ name: one.name, aliases: [alias] }] : []
  })
}

/** Whether a name has more than a surname, and still fits several: "A. Moss". */
const isWeak = (name: string): boolean => /\s/.test(name) && !isFullName(name)
