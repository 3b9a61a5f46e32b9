import { nearestWords, placesOf } from '../../text/nearest-words.js'
import type { Span } from '../../text/runs.js'
import type { Vanished } from './changes-calls.js'

/** Most places from which a person chooses by a digit. */
const MOST = 9

/** Where the words of a statement may be in the present text of its article: one span for each of their pieces. */
export function placesFor({ anchors, article }: Vanished): Span[][] {
  const { content } = article.text
  const [only, other] = anchors
  if (only && !other) {
    const exact = placesOf(content, only.quote.exact, MOST)
    if (exact.length > 0) return exact.map((place) => [place])
  }
  const places: Span[] = []
  for (const { quote } of anchors) {
    const from = places.at(-1)?.end ?? 0
    const at = content.indexOf(quote.exact, from)
    const place =
      at >= 0 ? { start: at, end: at + quote.exact.length } : nearestWords(content, quote.exact, from)
    if (!place) return []
    places.push(place)
  }
  return places.length > 0 ? [places] : []
}
