import type { Transaction } from '../../database/database.js'
import type { SpeakerKind } from '../../generated/prisma/enums.js'
import { fold } from '../../text/fold.js'
import { encodeGlobalId, uuidOf } from '../global-id.js'
import { aliasChanges, settleNames } from '../write/other-names.js'
import type { Storage } from '../write/upsert.js'

/** The fields of a speaker that a person can edit, as revisions hold them: ids are global, sets are sorted. */
export type SpeakerFields = {
  kind: SpeakerKind
  name: string
  aliases: string[]
  wikidataId: string | null
  memberIds: string[]
}

export function speakerStorage(tx: Transaction): Storage<SpeakerFields> {
  return {
    noun: 'Speaker',
    async read(id) {
      const { kind, name, wikidataId, aliases, members } = await tx.speaker.findUniqueOrThrow({
        where: { id },
        select: {
          ...{ kind: true, name: true, wikidataId: true },
          aliases: { select: { name: true }, orderBy: { name: 'asc' } },
          members: { select: { memberId: true } },
        },
      })
      return {
        ...{ kind, name, wikidataId },
        aliases: aliases.map((alias) => alias.name).sort(),
        memberIds: members.map(({ memberId }) => encodeGlobalId('Speaker', memberId)).sort(),
      }
    },
    settle: settleNames,
    async create(id, { kind = 'UNKNOWN', name = '', aliases, wikidataId, memberIds }) {
      const editedFields = aliases?.length ? ['aliases'] : []
      await tx.speaker.create({
        data: { id, kind, name, nameFolded: fold(name), wikidataId: wikidataId ?? null, editedFields },
      })
      await writeParts(tx, id, { aliases, memberIds })
    },
    async update(id, { kind, name, wikidataId, aliases, memberIds }) {
      if (name !== undefined) await keepFormerName(tx, id)
      if (aliases !== undefined) await markEdited(tx, id, 'aliases')
      await tx.speaker.update({
        where: { id },
        data: {
          ...(kind === undefined ? {} : { kind }),
          ...(name === undefined ? {} : { name, nameFolded: fold(name) }),
          ...(wikidataId === undefined ? {} : { wikidataId }),
        },
        select: { id: true },
      })
      await writeParts(tx, id, { aliases, memberIds })
    },
  }
}

/** Remembers that a person has set a field, so that ingest leaves it as it is. */
export const markEdited = (tx: Transaction, id: string, field: 'aliases' | 'affiliations') =>
  tx.$executeRaw`UPDATE "Speaker" SET "editedFields" = array_append("editedFields", ${field})
    WHERE id = ${id}::uuid AND NOT ${field} = ANY("editedFields")`

/** Remembers the name that a person replaces. */
const keepFormerName = (tx: Transaction, id: string) =>
  tx.$executeRaw`UPDATE "Speaker" SET "formerNames" = array_append("formerNames", "nameFolded")
    WHERE id = ${id}::uuid AND NOT "nameFolded" = ANY("formerNames")`

interface Parts {
  aliases?: string[] | undefined
  memberIds?: string[] | undefined
}

async function writeParts(tx: Transaction, id: string, { aliases, memberIds }: Parts): Promise<void> {
  if (aliases) {
    const stored = await tx.alias.findMany({ where: { speakerId: id }, select: { id: true, name: true } })
    const { gone, added } = aliasChanges(stored, aliases)
    await tx.alias.deleteMany({ where: { id: { in: gone } } })
    await tx.alias.createMany({ data: added.map((alias) => ({ ...alias, speakerId: id })) })
  }
  if (memberIds) {
    await tx.speakerMember.deleteMany({ where: { groupId: id } })
    await tx.speakerMember.createMany({
      data: memberIds.map((memberId) => ({ groupId: id, memberId: uuidOf(memberId) })),
    })
  }
}
