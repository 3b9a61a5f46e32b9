import type { StatementDraft } from '@onrecord/extract'
import type { ChangeEntry } from '../changes/record-changes.js'
import type { Transaction } from '../database/database.js'
import type { AnchorStatus } from '../generated/prisma/enums.js'
import { overlap, placeOf, type Relocation, relocate } from './reanchor.js'

/** Drafts that cover this much of a kept statement propose it again. */
const SAME = 0.5

/** A range of the new text that a kept statement holds. */
interface Kept {
  start: number
  end: number
}

/**
 * Carries an article's statements over to a changed text. Those whose words are all found in it get anchors there;
 * the others keep theirs in the text before, marked AMBIGUOUS or ORPHANED for a person to look at. Whatever people
 * decided stays as it is.
 *
 * @returns the ranges of the new text that are taken, and the entries for the change log.
 */
export async function keepStatements(tx: Transaction, articleId: string, textId: string, content: string) {
  const statements = await tx.statement.findMany({
    where: { articleId },
    select: { id: true, anchors: { orderBy: { position: 'asc' } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const kept: Kept[] = []
  const changes: ChangeEntry[] = []
  for (const { id, anchors } of statements) {
    const relocations = anchors.map((anchor) => relocate(anchor, content))
    const found = relocations.filter((relocation) => 'start' in relocation)
    const whole = found.length === anchors.length && inOrder(found)
    for (const [index, anchor] of anchors.entries()) {
      const relocation = relocations[index] as Relocation
      const data =
        whole && 'start' in relocation
          ? { textId, status: relocation.status, ...placeOf(content, relocation.start, relocation.end) }
          : { status: worst(relocations) }
      await tx.anchor.update({ where: { id: anchor.id }, data })
    }
    const [first, last] = [found[0], found.at(-1)]
    if (whole && first && last) kept.push({ start: first.start, end: last.end })
    const changed = !whole || relocations.some((relocation) => relocation.status !== 'EXACT')
    if (!changed) continue
    await tx.statement.update({
      where: { id },
      data: { version: { increment: 1 }, ...(whole && first ? { position: first.start } : {}) },
    })
    changes.push({ kind: 'UPDATED', type: 'STATEMENT', entityId: id })
  }
  return { kept, changes }
}

const inOrder = (places: readonly { start: number; end: number }[]) =>
  places.every((place, index) => index === 0 || (places[index - 1]?.end ?? 0) <= place.start)

const worst = (relocations: readonly Relocation[]): AnchorStatus =>
  relocations.some((relocation) => relocation.status === 'ORPHANED') ? 'ORPHANED' : 'AMBIGUOUS'

/** The drafts that say something new beside the statements that were kept. */
export const newDrafts = (drafts: readonly StatementDraft[], kept: readonly Kept[]): StatementDraft[] =>
  drafts.filter((draft) => !kept.some((statement) => overlap(draft, statement) >= SAME))
