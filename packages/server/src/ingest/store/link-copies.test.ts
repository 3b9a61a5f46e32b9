import { expect, it } from 'vitest'
import { describeServiceOnBoth } from '../../../test/harness/databases.js'
import { ingestText } from '../../../test/harness/service.js'
import { story } from '../../../test/worlds/stories.js'
import { encodeGlobalId } from '../../record/global-id.js'

const PARAGRAPHS = [
  'The harbour board met on Monday to hear what the storm had cost the town and its two ferries.',
  '“We sail again at noon, and nobody will be left on the island,” said Mara Lindt, the harbour master.',
  'The quay lost forty metres of wall, a crane and most of the nets that had been drying on the eastern side.',
  '“The wall can be mended before the herring come, if the stone arrives in time,” said Anselm Okafor.',
]

describeServiceOnBoth('linkCopies', (service, database) => {
  const take = async (site: string, paragraphs: string[]) => {
    const url = `https://${site}.example/storm`
    return (await ingestText(database, story(paragraphs.join('\n\n'), { url, title: `Storm in ${site}` })))
      .articleId
  }
  const copiesOf = async (id: string): Promise<string[]> => {
    const { article } = await service.data(
      `query ($id: ID!) { article(by: { id: $id }) {
         copies { nodes { title } } } }`,
      { id: encodeGlobalId('Article', id) },
    )
    return article.copies.nodes.map(({ title }: { title: string }) => title).sort()
  }

  it('finds copies whose text is the same, cut or slightly changed, and no others', async () => {
    const first = await take('gazette', PARAGRAPHS)
    expect(await copiesOf(first)).toEqual([])
    const other = await take('courier', [
      '“The baker has no flour,” said Ottilie Brandreth, and closed the shop.'.repeat(4),
    ])
    const cut = await take('herald', PARAGRAPHS.slice(0, 3))
    const changed = await take('post', [
      ...PARAGRAPHS.slice(0, 3),
      'Our own reporter was there when the lights went out.',
    ])
    expect(await copiesOf(first)).toEqual(['Storm in herald', 'Storm in post'])
    expect(await copiesOf(cut)).toEqual(['Storm in gazette', 'Storm in post'])
    expect(await copiesOf(changed)).toEqual(['Storm in gazette', 'Storm in herald'])
    expect(await copiesOf(other)).toEqual([])
    const changes = await database.prisma.change.count({
      where: { type: 'ARTICLE', entityId: first, kind: 'UPDATED' },
    })
    expect(changes).toBe(1)
  })

  it('gives copies the same speaker for a surname alone, which says too little in other articles', async () => {
    const piece = PARAGRAPHS.map((line) =>
      line.replace('Mara Lindt', 'Quellmann').replace('Anselm Okafor', 'Quellmann'),
    )
    const first = await take('evening', piece)
    const copy = await take('morning', piece.slice(0, 3))
    const other = await take('weekly', [
      '“The baker has no bread, no cake and no flour to make either of them,” said Quellmann.',
    ])
    const rows = await database.prisma.articleSpeaker.findMany({
      where: { articleId: { in: [first, copy, other] }, speaker: { name: 'Quellmann' } },
    })
    const speakerOf = new Map(rows.map(({ articleId, speakerId }) => [articleId, speakerId]))
    expect(speakerOf.get(copy)).toBe(speakerOf.get(first))
    expect(speakerOf.get(other)).not.toBe(speakerOf.get(first))
    expect(rows).toHaveLength(3)
  })
})
