import type { Cited } from '../cite/cited.js'
import { CITATION_FORMS } from '../cite/forms.js'

/** The forms of a citation, to copy; and the markup that shows the statement on another page. */
export function Citations({ cited, embed }: { cited: Cited; embed: string }) {
  const forms = [
    ...CITATION_FORMS.map(({ name, title, write }) => ({ name, title, text: write(cited) })),
    { name: 'embed', title: 'Embed', text: embed },
  ]
  return (
    <section>
      <h2 id="cite">Cite</h2>
      {forms.map(({ name, title, text }) => (
        <details class="form" key={name} name="form" open={name === 'text'}>
          <summary>{title}</summary>
          <pre id={`cite-${name}`} dir="auto">
            {text}
          </pre>
          <button type="button" class="quiet" data-copy={`cite-${name}`} hidden>
            Copy
          </button>
        </details>
      ))}
    </section>
  )
}
