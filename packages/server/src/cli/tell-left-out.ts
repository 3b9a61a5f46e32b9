import { tell } from './print.js'
/** Tells on standard error what was left out of folders: "left out of folders, as no articles: PDFs (3), images (2)". */
export function tellLeftOut(leftOut: ReadonlyMap<string, number>): void {
  if (leftOut.size === 0) return
  const counts = [...leftOut].toSorted(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} (${count})`)
  tell(`left out of folders, as no articles: ${counts.join(', ')}`)
}
