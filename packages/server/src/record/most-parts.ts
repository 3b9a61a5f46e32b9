/** Most parts of each kind that an object has: a list of parts is given as a whole, not page by page. */
export const MOST_PARTS = {
  externalIds: 20,
  aliases: 100,
  affiliations: 100,
  bylines: 50,
  anchors: 100,
  attributions: 20,
  alterations: 100,
  references: 100,
  merges: 100,
}
