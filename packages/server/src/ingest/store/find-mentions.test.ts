import { beforeEach, expect, it } from 'vitest'
import { describeOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { empty, story } from '../../../test/worlds/stories.js'
import { newId } from '../../database/id.js'
import { fold } from '../../text/fold.js'

describeOnBoth('findMentions', (database) => {
  beforeEach(() => empty(database))

  async function createSpeakers(...names: string[]) {
    for (const name of names) {
      const row = { id: newId(), kind: 'PERSON' as const, name, nameFolded: fold(name) }
      await database.prisma.speaker.create({ data: row })
    }
  }

  async function mentionedIn(body: string): Promise<string[]> {
    const { articleId } = await ingestText(database, story(body))
    const rows = await database.prisma.statementMention.findMany({
      where: { statement: { articleId } },
      select: { speaker: { select: { name: true } } },
    })
    return rows.map(({ speaker }) => speaker.name).sort()
  }

  it('finds a full name that is on record, wherever it stands in the statement', async () => {
    await createSpeakers('Leopold Strand', 'Bank of the North', 'Søren de la Tour')
    const body =
      'Mara Lindt said that neither Leopold Strand’s letter nor the Bank of the North, which Soren de la Tour runs, would help.'
    expect(await mentionedIn(body)).toEqual(['Bank of the North', 'Leopold Strand', 'Søren de la Tour'])
  })

  it('finds a speaker of the article under every name that the article uses, and only once', async () => {
    const body =
      '“The quay is sound,” said Anselm Okafor on Monday.\n\nMara Lindt said that Okafor was wrong, and that Okafor knew it.'
    expect(await mentionedIn(body)).toEqual(['Anselm Okafor'])
  })

  it('ignores a surname, small letters, a name that two have, and names outside of the statement', async () => {
    await createSpeakers('Strand', 'Open Water', 'Ada Brook', 'Ada Brook', 'Leopold Castle')
    const body =
      'Leopold Castle listened. Mara Lindt said that Strand had seen no open water, and that Ada Brook had not, either.'
    expect(await mentionedIn(body)).toEqual([])
  })
})
