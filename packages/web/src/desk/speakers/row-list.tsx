import { counted } from '../../text/words.js'
import type { Address } from './address.js'
import { DeskLink } from './desk-link.js'
import { kindWords } from './kind-words.js'
import type { SpeakerRow } from './speaker.js'
import type { SpeakersView } from './speakers-view.js'

export interface RowListProps {
  view: SpeakersView
  rows: readonly SpeakerRow[]
  /** What a row leads to. */
  to: (row: SpeakerRow) => Address
  label: string
}

/** Speakers with what they are and how much they say, each a link; `j` and `k` go through them. */
export function RowList({ view, rows, to, label }: RowListProps) {
  return (
    <ol class="plain rows" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <DeskLink view={view} to={to(row)}>
            <bdi>{row.name}</bdi>
          </DeskLink>{' '}
          <small>
            {kindWords(row.kind)} · {countWords(row)}
          </small>
        </li>
      ))}
    </ol>
  )
}

/** "3 statements", "10,000+ statements". */
export const countWords = ({ count: { value, isExact } }: SpeakerRow): string =>
  counted(value, 'statement').replace(' ', isExact ? ' ' : '+ ')
