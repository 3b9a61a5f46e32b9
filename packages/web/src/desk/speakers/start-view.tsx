import { Heading } from './heading.js'
import { RowList } from './row-list.js'
import type { SpeakersView } from './speakers-view.js'

/** The page without a speaker: those who are quoted most, whose duplicates do most harm. */
export function StartView({ view }: { view: SpeakersView }) {
  const rows = view.quoted.value
  return (
    <>
      <Heading view={view}>Speakers</Heading>
      {!rows && !view.trouble.value && <p class="faint">Reading the speakers…</p>}
      {rows?.length === 0 && <p>Nobody speaks in the record yet.</p>}
      {rows && rows.length > 0 && (
        <>
          <p class="faint">
            These are quoted most, so that it is worth most to know that each is there once. To find another
            one, press <kbd>/</kbd>.
          </p>
          <RowList view={view} rows={rows} to={({ id }) => ({ id, other: null })} label="The most quoted" />
        </>
      )}
    </>
  )
}
