import { aboutData } from '../cite/page-data.js'
import type { Page, PageRequest } from './page.js'

/** Figures of packages/extract/README.md, which a test compares. */
const FIGURES = [
  ['US politics, 336 articles', '89 of 100', '80 of 100', '94 of 100'],
  ['the same, 84 other articles', '93 of 100', '83 of 100', '92 of 100'],
] as const

const DESCRIPTION =
  'What this record claims and what it does not, how statements are found, and how often that is right.'

/** What the record claims, what it does not, and how often it is right. */
export const aboutPage = async ({ baseUrl }: PageRequest): Promise<Page> => ({
  title: 'About',
  description: DESCRIPTION,
  path: '/about',
  data: aboutData({ name: 'About', description: DESCRIPTION, url: `${baseUrl}/about` }),
  content: (
    <div class="one prose">
      <h1>What is claimed, and what is not</h1>
      <p>
        This is a record of <b>who said what, where and about what</b>, taken from articles.
      </p>
      <h2>Claimed: the words stand in the article</h2>
      <p>
        Each statement stands in its article at the place that its page shows, letter for letter. The record
        refuses anything else. When an article changes, its earlier texts are kept, and a statement whose
        words are gone says so.
      </p>
      <h2>Not claimed: that it was said like that</h2>
      <p>
        Articles shorten and alter what people say: “(T)hese”, “law … or … promote”. Such changes are recorded
        where they are visible. Whether an article is faithful to what was said, nobody can tell from the
        article; other reports of the same words, beside which a statement is shown, help to judge.
      </p>
      <h2>How it is known who said it</h2>
      <p>
        Unless a person entered a statement, rules or a language model found it and the one who says it: by
        the name beside the words, by a pronoun, or by the sentence before. Its page says which, and how sure
        that is. It is <b>not reviewed</b> until a person has verified it; then its page says who and when.
      </p>
      <h2>How often that is right</h2>
      <p>
        The rules were measured on articles in which people had marked all statements. They were written with
        these at hand: expect somewhat less on other texts.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Articles</th>
            <th scope="col">Of what is found, right</th>
            <th scope="col">Of what there is, found</th>
            <th scope="col">Speaker right</th>
          </tr>
        </thead>
        <tbody>
          {FIGURES.map(([articles, ...figures]) => (
            <tr key={articles}>
              <th scope="row">{articles}</th>
              {figures.map((figure) => (
                <td key={figure}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Quotations in quotation marks are found more surely (96 of 100) than speech that is reported in other
        words (75 to 80 of 100).
      </p>
      <h2>Not in the record</h2>
      <p>
        When a quotation is not found, that means that none of the articles in the record prints it. It does
        not mean that nobody said it.
      </p>
      <h2>Links and data</h2>
      <p>
        The address of a page is good for ever: when a name changes, or two entries become one, the old
        address leads to the new one. Everything here can also be queried by programs, in GraphQL at{' '}
        <code>/graphql</code>.
      </p>
    </div>
  ),
})
