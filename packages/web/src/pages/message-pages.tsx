import type { Page } from './page.js'

/** The page for an address that leads nowhere, or to what nobody may see: the two look the same. */
export const notFoundPage = (): Page =>
  messagePage('Nothing here', 'This address has no page, or it has been taken away.')

/** A page of one sentence. */
export const messagePage = (title: string, sentence: string): Page => ({
  title,
  path: '/',
  unlisted: true,
  content: (
    <div class="message">
      <h1>{title}</h1>
      <p>{sentence}</p>
      <p>
        <a href="/">To the first page</a>
      </p>
    </div>
  ),
})
