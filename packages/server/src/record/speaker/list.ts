import { anyOf, sql } from '../../database/sql.js'
import type { SpeakerKind } from '../../generated/prisma/enums.js'
import { named } from '../lists/conditions.js'
import { field, idField, type Maybe } from '../lists/filter-table.js'
import type { List } from '../lists/list.js'
import { type AffiliationFilter, affiliationConditions } from './affiliation-filter.js'
import { possibleDuplicates } from './possible-duplicates.js'

export interface SpeakerFilter {
  name?: Maybe<string>
  kinds?: Maybe<readonly SpeakerKind[]>
  affiliation?: Maybe<AffiliationFilter>
  possibleDuplicatesOf?: Maybe<string>
}

export const speakers: List<SpeakerFilter, 'NAME' | 'CREATED_AT' | 'UPDATED_AT'> = {
  model: 'Speaker',
  from: sql`"Speaker" t`,
  orders: {
    NAME: [{ column: sql`t."nameFolded"`, type: 'text' }],
    CREATED_AT: [{ column: sql`t."createdAt"`, type: 'timestamptz' }],
    UPDATED_AT: [{ column: sql`t."updatedAt"`, type: 'timestamptz' }],
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  filter: {
    name: field((name, { at }) => named('Speaker', name, at)),
    kinds: field((kinds) => anyOf(sql`t.kind`, kinds, '"SpeakerKind"')),
    affiliation: field(
      (office, asked) =>
        sql`t.id IN (SELECT f."speakerId" FROM "Affiliation" f WHERE ${affiliationConditions(office, asked)})`,
    ),
    possibleDuplicatesOf: idField('Speaker', (id, { view }) => possibleDuplicates(id, view)),
  },
}
