/**
 * Prints the pages that are refused.
 *
 * @param {import('./read-pages.mjs').Page[]} pages
 */
export function printRefusals(pages) {
  const refused = pages.flatMap(({ read }) => (read instanceof Error ? [read] : []))
  console.log(`Refused                       ${refused.length} of ${pages.length} pages`)
  for (const { code, message } of refused) console.log(`  ${code} ${message}`)
}
