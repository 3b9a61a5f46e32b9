/**
 * Operations that everybody asks in each run: those whose answers once differed from the reference's, and those whose
 * parts a reader of the whole operation confuses most easily. Add a found one as the test printed it, with what was wrong.
 */
export const FIXED_OPERATIONS: readonly string[] = [
  // One key below two types of parents, which have different objects and arguments below it.
  `{ search(query: "board or fishing or lindt", first: 100) { nodes { ...Said } } }
   fragment Said on Node {
     ... on Speaker { x: statements(first: 2) { nodes { text } totalCount { value } } }
     ... on Topic { x: statements(first: 3, filter: { kinds: [DIRECT] }) { nodes { text } totalCount { value } } } }`,
  // One field twice: with the same arguments it is one list, with others it is two.
  `{ articles(first: 4) { nodes { statements(first: 1) { nodes { id } } } nodes { statements(first: 1) { nodes { kind } } }
     others: nodes { a: statements(first: 2) { nodes { id } } b: statements(last: 2) { nodes { id kind } } } } }`,
  // Each list below another has its own page for each parent.
  `{ speakers(first: 20, orderBy: { field: UPDATED_AT, direction: DESC }) { edges { cursor node {
       statements(first: 2, orderBy: { field: REVIEW_PRIORITY }) { pageInfo { hasNextPage endCursor } nodes {
         topics(last: 1) { nodes { name parent { name } } totalCount(upTo: 1) { value isExact } } } } } } } }`,
  // A default of the schema, of a variable, and a null.
  `query ($first: Int = 2, $upTo: Int = 3, $none: String) {
     statements(first: $first, after: $none, orderBy: { field: CREATED_AT }) { totalCount(upTo: $upTo) { value isExact } nodes { id } } }`,
  // Nothing is selected of an object.
  `{ statements(first: 3) { nodes { article { title @skip(if: true) } speaker @include(if: false) { name } } } }`,
  // Objects of a union and of an interface.
  `{ search(query: "ferry", first: 50) { nodes { __typename ... on ExternallyIdentified { externalIds { value } }
     ... on Versioned { version } ... on Statement { attributions { affiliations { role } } } } totalCount { value } } }`,
  // Counts over a whole list, below many parents.
  `{ sites(first: 5) { nodes { articles(first: 3, filter: { includeSubtopics: false }) { nodes {
     statements(first: 1) { facets(by: [SPEAKER, TOPIC, KIND], top: 2) { by counted isExact buckets { key label count node { id __typename } } }
       timeline(interval: WEEK, upTo: 2) { isExact undated buckets { start end count } } } } } } } }`,
  // The history of objects of all types.
  `{ statements(first: 20) { nodes { revisions(first: 5) { nodes { version action changes { field before after objects { name objectId } } } } } }
     topics(first: 20) { nodes { mergedFrom(first: 5) { nodes { absorbedId absorbedName } } revisions(first: 2) { totalCount { value } } } } }`,
  // An error in a list below one of several fields of the root.
  `{ viewer { name } document(by: { identifier: "S/RES/1" }) { citedBy(first: 0) { nodes { id } } title } }`,
  `{ viewer { name } statements(first: 1, filter: { includeDeleted: true }) { nodes { deletedAt } } }`,
  // What is no id is an error of its field alone, and none at all where the field is left out.
  `{ viewer { name } node(id: "no id") { id } nodes(ids: ["no id"]) @skip(if: true) { id } }`,
]
