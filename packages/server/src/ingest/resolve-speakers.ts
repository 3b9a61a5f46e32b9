import type { SpeakerDraft } from '@onrecord/extract'
import type { ChangeEntry } from '../changes/record-changes.js'
import type { Transaction } from '../database/database.js'
import { fold } from '../database/fold.js'
import { newId } from '../database/id.js'

interface Known {
  id: string
  kind: string
  nameFolded: string
  aliases: { nameFolded: string }[]
  articles: { articleId: string }[]
}

/**
 * The speaker's row for each name in a text, made where there is none.
 *
 * A stored speaker is taken when exactly one has the name (or an alias in full), of the same kind. A surname alone
 * says too little across articles: it matches only a speaker of the same article. Whatever is uncertain becomes a new
 * speaker, for two that are one can be merged later, and one that is two cannot be told apart any more.
 *
 * @returns ids by the drafts' names, and the entries for the change log.
 */
export async function resolveSpeakers(tx: Transaction, articleId: string, drafts: readonly SpeakerDraft[]) {
  const known = await findKnown(tx, articleId, drafts)
  const ids = new Map<string, string>()
  const changes: ChangeEntry[] = []
  const made: { id: string; kind: SpeakerDraft['kind']; name: string; nameFolded: string }[] = []
  const aliases: { id: string; speakerId: string; name: string; nameFolded: string }[] = []
  for (const draft of drafts) {
    const match = certainMatch(draft, known, articleId)
    const id = match?.id ?? newId()
    ids.set(draft.name, id)
    if (!match) {
      made.push({ id, kind: draft.kind, name: draft.name, nameFolded: fold(draft.name) })
      changes.push({ kind: 'CREATED', type: 'SPEAKER', entityId: id })
    }
    const have = new Set([
      match?.nameFolded ?? fold(draft.name),
      ...(match?.aliases ?? []).map((a) => a.nameFolded),
    ])
    for (const name of [draft.name, ...draft.aliases]) {
      const nameFolded = fold(name)
      if (nameFolded === '' || have.has(nameFolded)) continue
      have.add(nameFolded)
      aliases.push({ id: newId(), speakerId: id, name, nameFolded })
      if (match) changes.push({ kind: 'UPDATED', type: 'SPEAKER', entityId: id })
    }
  }
  await tx.speaker.createMany({ data: made })
  await tx.alias.createMany({ data: aliases, skipDuplicates: true })
  return { ids, changes: uniqueChanges(changes) }
}

async function findKnown(
  tx: Transaction,
  articleId: string,
  drafts: readonly SpeakerDraft[],
): Promise<Known[]> {
  const names = [...new Set(drafts.flatMap((draft) => [draft.name, ...draft.aliases].map(fold)))]
  return tx.speaker.findMany({
    where: { OR: [{ nameFolded: { in: names } }, { aliases: { some: { nameFolded: { in: names } } } }] },
    select: {
      id: true,
      kind: true,
      nameFolded: true,
      aliases: { select: { nameFolded: true } },
      articles: { where: { articleId }, select: { articleId: true }, take: 1 },
    },
  })
}

function certainMatch(draft: SpeakerDraft, known: readonly Known[], articleId: string): Known | null {
  const full = [draft.name, ...draft.aliases].filter((name) => isFullName(name, draft.kind)).map(fold)
  const has = (speaker: Known, name: string) =>
    speaker.nameFolded === name || speaker.aliases.some((alias) => alias.nameFolded === name)
  const sameKind = known.filter((speaker) => speaker.kind === draft.kind)
  const here = sameKind.filter((speaker) => speaker.articles.some((link) => link.articleId === articleId))
  const ofArticle = here.filter((speaker) => has(speaker, fold(draft.name)))
  if (ofArticle.length === 1) return ofArticle[0] as Known
  const matches = sameKind.filter((speaker) => full.some((name) => has(speaker, name)))
  return matches.length === 1 ? (matches[0] as Known) : null
}

/** Words that stand before a surname and make no first name: "de Luca" alone is a surname. */
const PARTICLES = new Set('de di da del della der den do dos du la le van von ten ter'.split(' '))

/** Whether a name says by itself who it is: an organisation's does, a person's surname does not. */
function isFullName(name: string, kind: SpeakerDraft['kind']): boolean {
  if (kind === 'ORGANIZATION' || kind === 'GROUP') return true
  const words = fold(name).split(' ')
  return words.filter((word) => !PARTICLES.has(word)).length > 1
}

const uniqueChanges = (changes: ChangeEntry[]) => [
  ...new Map(changes.map((change) => [`${change.kind}${change.entityId}`, change])).values(),
]

/**
 * Notes the offices printed beside speakers' names: held on the day the article was published, whatever came before
 * and after.
 */
export async function noteAffiliations(
  tx: Transaction,
  drafts: readonly SpeakerDraft[],
  ids: ReadonlyMap<string, string>,
  published: Date | null,
): Promise<void> {
  for (const { name, role } of drafts) {
    const speakerId = ids.get(name)
    if (!role || !speakerId) continue
    const roleFolded = fold(role)
    const held = await tx.affiliation.findFirst({ where: { speakerId, roleFolded }, orderBy: { id: 'asc' } })
    const day = published?.toISOString().slice(0, 10)
    const dates = {
      ...(published && (!held?.fromLatest || published < held.fromLatest)
        ? { fromLatest: published, fromEdtf: `../${day}`, fromBasis: 'INFERRED' as const }
        : {}),
      ...(published && (!held?.untilEarliest || published > held.untilEarliest)
        ? { untilEarliest: published, untilEdtf: `${day}/..`, untilBasis: 'INFERRED' as const }
        : {}),
    }
    if (held) await tx.affiliation.update({ where: { id: held.id }, data: dates })
    else await tx.affiliation.create({ data: { id: newId(), speakerId, role, roleFolded, ...dates } })
  }
}
