import type { Report } from '../../src/record/utterance/report.js'
import { mutationText, nounOf, successOf } from '../harness/mutation-text.js'
import { type Service, TEST_KEY } from '../harness/service.js'

export interface Saved {
  id: string
  version: number
}

export type FoundStatement = Saved & Report

/** Writes to the record as an editor does: looks objects up by their names, and writes with their versions. */
export function createEditor(service: Service) {
  const changed = new Set<string>()

  /** Runs a mutation that must succeed, and gives the saved object. */
  async function save(mutation: string, input: object): Promise<Saved> {
    const noun = nounOf(mutation)
    const selection = `... on ${successOf(noun)} { ${noun} { id version } } ... on Error { message }`
    const query = mutationText(mutation, selection)
    const result = (await service.data(query, { input }, TEST_KEY))[mutation]
    if (!result[noun]) throw new Error(`${mutation}: ${result.message}`)
    if (noun === 'statement') changed.add(result[noun].id)
    return result[noun]
  }

  const make = async (mutation: string, input: object) => (await save(mutation, input)).id

  const speaker = (name: string) => findSpeaker(service, name)
  const statement = (articleId: string, place: string | number) => findStatement(service, articleId, place)

  return {
    ...{ changed, save, make, speaker, statement },

    /** Updates one statement, and gives its id. */
    async change(articleId: string, place: string | number, patch: object): Promise<string> {
      const { id, version } = await statement(articleId, place)
      await save('statementUpdate', { id, expectedVersion: version, patch })
      return id
    },

    async review(articleId: string, place: string | number, decision: string, reason?: string) {
      const { id, version } = await statement(articleId, place)
      await make('statementReview', { id, expectedVersion: version, decision, reason })
    },

    async setOffices(name: string, affiliations: object[]): Promise<string> {
      const { id, version } = await speaker(name)
      await save('affiliationSet', { id, expectedVersion: version, affiliations })
      return id
    },

    /** Creates a statement of the code units of an article's text from `start` to `end`. */
    async create(articleId: string, [start, end]: readonly [number, number], fields: object) {
      const query = 'query ($id: ID!) { article(by: { id: $id }) { text { id content } } }'
      const { text } = (await service.data(query, { id: articleId })).article
      const anchor = { articleTextId: text.id, start, end, exact: text.content.slice(start, end) }
      return make('statementCreate', { articleId, anchors: [anchor], ...fields })
    },
  }
}

async function findSpeaker(service: Service, name: string): Promise<Saved> {
  const query = 'query ($name: String) { speakers(filter: { name: $name }) { nodes { id name version } } }'
  const { speakers } = await service.data(query, { name })
  const found = speakers.nodes.find((node: { name: string }) => node.name === name)
  if (!found) throw new Error(`no speaker ${name}`)
  return found
}

/** Finds the statement of an article that begins at an offset, or that has some words. */
async function findStatement(
  service: Service,
  articleId: string,
  place: string | number,
): Promise<FoundStatement> {
  const query = `query ($ids: [ID!]) { statements(filter: { articleIds: $ids }, first: 100) {
    nodes { id version kind text anchors { position { start } } } } }`
  const { statements } = await service.data(query, { ids: [articleId] })
  const found = statements.nodes.find(
    (node: FoundStatement & { anchors: { position: { start: number } }[] }) =>
      typeof place === 'string' ? node.text.includes(place) : node.anchors[0]?.position.start === place,
  )
  if (!found) throw new Error(`no statement ${place}`)
  return found
}

export type Editor = ReturnType<typeof createEditor>
