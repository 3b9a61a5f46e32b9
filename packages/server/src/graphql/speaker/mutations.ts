import { encodeGlobalId } from '../../record/global-id.js'
import { speakerStorage } from '../../record/speaker/speaker-storage.js'
import { given, wrong } from '../../record/write/input.js'
import { line, lines, MOST_NAMES } from '../../record/write/line.js'
import { resolveSet } from '../../record/write/references.js'
import { equals, lockUpsert, saveUpsert } from '../../record/write/upsert.js'
import type { InputFields } from '../builder.js'
import { mergeMutations } from '../merge-mutations.js'
import { mutation, resultUnion } from '../mutation.js'
import { upsertKeys } from '../upsert-keys.js'
import { success } from '../written.js'
import { affiliationMutation } from './affiliation-mutation.js'
import { SpeakerKind } from './enums.js'

const MOST_MEMBERS = 200

const SpeakerResult = resultUnion('SpeakerResult', success('Speaker'), 'What came of a write to a speaker.')

const inputFields = (t: InputFields) => ({
  ...upsertKeys(
    t,
    'speaker',
    'the speaker with the `wikidataId` is changed, if there is one; else one is made',
  ),
  kind: t.field({
    type: SpeakerKind,
    description:
      'Whether it is a person, an organisation or a group; UNKNOWN when a new speaker is made without it.',
  }),
  name: t.string({ description: 'The fullest name, without titles. Needed for a new one.' }),
  aliases: t.stringList({
    description: `All other names, instead of those stored; at most ${MOST_NAMES}. Ingest then leaves them as they are.`,
  }),
  wikidataId: t.field({ type: 'WikidataId', description: 'The Wikidata item; null removes it.' }),
  memberIds: t.idList({
    description: `Of a group: all who belong to it, instead of those stored; at most ${MOST_MEMBERS}.`,
  }),
})

mutation('speakerUpsert', {
  description: 'Makes a speaker, or changes the one that the input names.',
  scope: 'editor',
  result: SpeakerResult,
  inputDescription: 'A speaker to be made or changed. What is absent stays as it is.',
  inputFields,
  run: async (input, transact) => {
    const { kind, memberIds, wikidataId, externalId } = input
    if (kind === null) throw wrong(['input', 'kind'], 'is null: pass UNKNOWN when it is not known')
    const fields = {
      kind,
      name: given(input.name, ['input', 'name'], line),
      aliases: given(input.aliases, ['input', 'aliases'], lines),
      wikidataId,
    }
    return transact(async ({ tx, record }) => {
      const unique = [{ where: equals('wikidataId', wikidataId), path: ['input', 'wikidataId'] }]
      const locked = await lockUpsert({ tx }, 'Speaker', input, unique)
      if (!locked && fields.name === undefined)
        throw wrong(['input', 'name'], 'is missing: a new speaker needs one')
      const path = ['input', 'memberIds']
      const members = await resolveSet(tx, 'Speaker', memberIds, path, MOST_MEMBERS)
      if (locked && members?.includes(encodeGlobalId('Speaker', locked.id))) {
        throw wrong(path, 'has the group itself among them: leave it out')
      }
      return saveUpsert(
        { tx, record },
        speakerStorage(tx),
        locked,
        { ...fields, memberIds: members },
        externalId,
      )
    })
  },
})

affiliationMutation(SpeakerResult)
mergeMutations('Speaker', SpeakerResult)
