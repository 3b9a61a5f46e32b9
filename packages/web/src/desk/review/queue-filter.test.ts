import { describe, expect, it } from 'vitest'
import { readFilter } from '../../record/address-filter.js'
import { handleOf } from '../../text/handle.js'
import { conditionInWords, namesObject, QUEUE_PARAMETERS } from './queue-filter.js'

const UUID = '0192f0c1-7d2e-7a3b-8c4d-5e6f70819293'
const idOf = (type: string) => btoa(`${type}:${UUID}`).replaceAll('=', '')
const read = (search: string) => readFilter(new URLSearchParams(search), QUEUE_PARAMETERS)

describe('the address of the desk', () => {
  it('takes the names and values of the schema, and those of the lists for readers', () => {
    const [speaker, article] = [idOf('Speaker'), idOf('Article')]
    const handle = handleOf(speaker, 'Mara Lindt')
    const { text, filter } = read(
      `q=quay&articleIds=${article}&speaker=${handle}&speakerIds=${speaker}&kinds=DIRECT&kind=mixed&minConfidence=0.9&hasSpeaker=true&isClaimed=false&claimedBy=Mara`,
    )
    expect(text).toBe('quay')
    expect(filter).toEqual({
      articleIds: [article],
      speakerIds: [speaker],
      kinds: ['MIXED', 'DIRECT'],
      minConfidence: 0.9,
      hasSpeaker: true,
      isClaimed: false,
      claimedBy: ['Mara'],
    })
  })

  it.each([
    ['speakerIds', 'anybody'],
    ['speakerIds', idOf('Topic')],
    ['articleIds', btoa('Article:<script>')],
    ['kinds', 'loud'],
    ['minConfidence', '90'],
    ['minConfidence', 'NaN'],
    ['maxConfidence', '-0.1'],
    ['hasSpeaker', 'yes'],
    ['isClaimed', '1'],
  ])('says what is wrong with %s=%s', (name, value) => {
    expect(() => read(`${name}=${encodeURIComponent(value)}`)).toThrow(`“${name}” in the address`)
  })

  it('ignores what other pages add, and the review state, as it shows what waits', () => {
    expect(read('utm_source=mail&reviewed=verified&after=x').filter).toEqual({})
  })

  it('says in words what is shown', () => {
    const search = `speaker=${handleOf(idOf('Speaker'), 'Mara Lindt')}&topicIds=${idOf('Topic')}&minConfidence=0.9&hasSpeaker=false&isClaimed=false&kinds=indirect&claimedBy=Ben`
    const { conditions } = read(search)
    expect(conditions.map((one) => conditionInWords(one, undefined).join(''))).toEqual([
      'by mara lindt',
      'about something that is not in the record',
      'reported',
      '90 % sure and more',
      'nobody named',
      'claimed by nobody',
      'claimed by Ben',
    ])
    expect(conditions.filter(namesObject).map(({ parameter }) => parameter)).toEqual(['speaker', 'topicIds'])
  })
})
