import type { AffiliationInput, SpeakerKindInput, SpeakerUpsertInput } from '@onrecord/sdk'
import type { DeskSpeaker, Office, OfficeDate } from './speaker.js'

/** The fields of a speaker that an editor sets, besides the offices. */
export type SpeakerPatch = Pick<SpeakerUpsertInput, 'name' | 'kind' | 'wikidataId' | 'aliases'>

/** What can be set of a speaker, as it stands. */
export const fieldsOf = ({ name, kind, wikidataId, aliases }: DeskSpeaker): Required<SpeakerPatch> => ({
  name,
  kind: kind as SpeakerKindInput,
  wikidataId,
  aliases: aliases.map((alias) => alias.name),
})

/** The fields of `to` that are other ones than those of `from`. */
export function differing(from: Required<SpeakerPatch>, to: Required<SpeakerPatch>): SpeakerPatch {
  const names = Object.keys(to) as (keyof SpeakerPatch)[]
  return Object.fromEntries(
    names.filter((name) => !isSame(from[name], to[name])).map((name) => [name, to[name]]),
  )
}

/** Whether all fields of a patch stand in a speaker. */
export const has = (speaker: DeskSpeaker, patch: SpeakerPatch): boolean => {
  const fields = fieldsOf(speaker)
  return Object.entries(patch).every(([name, value]) => isSame(fields[name as keyof SpeakerPatch], value))
}

/** Whether two values are the same; names and offices in any order. */
export const isSame = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other)

const textOf = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : (value ?? null))

/** The offices of a speaker, as a write sets them. */
export const officesOf = ({ affiliations }: Pick<DeskSpeaker, 'affiliations'>): AffiliationInput[] =>
  affiliations.map(officeInput)

const officeInput = ({ role, organization, place, from, until }: Office): AffiliationInput => ({
  role,
  organizationId: organization?.id ?? null,
  placeId: place?.id ?? null,
  from: dateInput(from),
  until: dateInput(until),
})

const dateInput = ({ edtf, basis }: OfficeDate): AffiliationInput['from'] =>
  edtf === null ? null : { edtf, basis: basis as NonNullable<NonNullable<AffiliationInput['from']>['basis']> }
