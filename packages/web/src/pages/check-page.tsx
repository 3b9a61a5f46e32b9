import { pageData } from '../cite/page-data.js'
import { CheckForm, LONGEST_CHECKED } from '../components/check-form.js'
import { Comparison, ComparisonKey } from '../components/comparison.js'
import { ArticleCitation, SpeakerLink } from '../components/links.js'
import { statementPath } from '../components/statement-card.js'
import { BadAddress } from '../record/bad-address.js'
import { type Match, type Matches, matchesOf, SAME_WORDS } from '../record/check.js'
import { type Quotation, quotationsIn } from '../text/quotations.js'
import { counted, shorten, wordsOf } from '../text/words.js'
import type { Page, PageRequest } from './page.js'

/** Most quotations of a text that are looked up. */
const MOST_QUOTATIONS = 8

/** A statement that has less of a quotation than this is not near it. */
const LEAST_SHARE = 0.4

/** Looks up what somebody has pasted: where each quotation stands, who said it, and how the words differ. */
export async function checkPage({ client, url, baseUrl }: PageRequest): Promise<Page> {
  const text = (url.searchParams.get('text') ?? '').trim()
  if (text === '') {
    const content = (
      <div class="one">
        <h1>Check a quotation</h1>
        <CheckForm />
        <p class="faint">
          Paste a quotation, or a paragraph with several of them in quotation marks. Brackets, dots and small
          changes are seen through, and shown.
        </p>
      </div>
    )
    const title = 'Check a quotation'
    const description = 'Paste a quotation: where it stands, who said it, and how the words differ.'
    const data = pageData({ name: title, description, url: `${baseUrl}/check` })
    return { title, description, path: '/check', data, content }
  }
  if (text.length > LONGEST_CHECKED) {
    throw new BadAddress(
      `The text has ${text.length} characters, and may have ${LONGEST_CHECKED}: check a part of it.`,
    )
  }
  const { quotations, tooMany } = quotationsIn(text, MOST_QUOTATIONS)
  const found = await Promise.all(quotations.map(({ text: words }) => matchesOf(client, words)))
  return {
    title: `Check: ${shorten(text, 60)}`,
    path: pathOfCheck(text),
    unlisted: true,
    content: (
      <div class="one">
        <h1>Check a quotation</h1>
        <CheckForm text={text} />
        <ComparisonKey />
        {quotations.map((quotation, index) => (
          <Result quotation={quotation} matches={found[index] ?? null} key={quotation.start} />
        ))}
        {tooMany && (
          <p class="nothing">
            Only the first {MOST_QUOTATIONS} quotations are looked up: check the rest by themselves.
          </p>
        )}
      </div>
    ),
  }
}

/** The address of a check's result. */
export const pathOfCheck = (text: string): string => `/check?${new URLSearchParams({ text })}`

function Result({ quotation, matches }: { quotation: Quotation; matches: Matches }) {
  const shares = matches?.map((match) => ({ match, share: shareOf(match, quotation) })) ?? []
  const isSame = ({ match, share }: (typeof shares)[number]) => match.similarity >= SAME_WORDS && share >= 0.5
  const same = shares.filter(isSame).map(({ match }) => match)
  const near = shares.filter((one) => !isSame(one) && one.share >= LEAST_SHARE).map(({ match }) => match)
  const [best, ...others] = same
  return (
    <section class="checked">
      <h2 dir="auto">“{shorten(quotation.text, 140)}”</h2>
      {best ? (
        <>
          <Found match={best} quotation={quotation} />
          {others.length > 0 && (
            <details>
              <summary>It also stands in {counted(others.length, 'other place')}</summary>
              {others.map((match) => (
                <Found match={match} quotation={quotation} key={match.statement.id} />
              ))}
            </details>
          )}
        </>
      ) : (
        <NotFound matches={matches} near={near.slice(0, 2)} quotation={quotation} />
      )}
    </section>
  )
}

/** How much of a quotation a statement has: the words of the part that matches, of all its words. */
const shareOf = ({ matched: { start, end } }: Match, { text }: Quotation): number =>
  wordsOf(text.slice(start, end)).length / Math.max(1, wordsOf(text).length)

function Found({ match, quotation }: { match: Match; quotation: Quotation }) {
  const { statement } = match
  return (
    <div class="match">
      <p>
        <b>
          <SpeakerLink speaker={statement.speaker} />
        </b>
        , <ArticleCitation article={statement.article} />
      </p>
      <Comparison record={recordWords(match)} quotation={quotation.text} />
      <p class="more">
        <a href={statementPath(statement)}>The statement, and where it stands</a>
      </p>
    </div>
  )
}

/** The part of a statement that a quotation is compared with. Marks directly around it belong to it. */
const recordWords = ({ statement: { text }, position: { start, end } }: Match): string => {
  const before = /[^\s\p{L}\p{N}]*$/u.exec(text.slice(0, start))?.[0].length ?? 0
  const after = /^[^\s\p{L}\p{N}]*/u.exec(text.slice(end))?.[0].length ?? 0
  return text.slice(start - before, end + after)
}

function NotFound({ matches, near, quotation }: { matches: Matches; near: Match[]; quotation: Quotation }) {
  if (matches === null) {
    return <p class="verdict">These words stand in nearly every text: check a longer piece.</p>
  }
  return (
    <>
      <p class="verdict bad">Not in the record.</p>
      {near.length > 0 ? (
        <>
          <p>The nearest words that are:</p>
          {near.map((match) => (
            <Found match={match} quotation={quotation} key={match.statement.id} />
          ))}
        </>
      ) : (
        <p class="faint">
          Nothing in it is near. That does not mean that nobody said it: the record holds only what its
          articles print.
        </p>
      )}
    </>
  )
}
