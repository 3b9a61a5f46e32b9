/** Largest number of small parts (external ids, aliases, bylines …) that an object gives. */
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
