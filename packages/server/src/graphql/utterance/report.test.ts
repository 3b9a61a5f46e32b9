import { describe, expect, it } from 'vitest'
import { canonicalTextOf, fullestReport, quotedRanges, quotedText } from '../../record/utterance/report.js'

const direct = (id: string, text: string) => ({ id, kind: 'DIRECT' as const, text })
const mixed = (id: string, text: string) => ({ id, kind: 'MIXED' as const, text })

describe('quotedText', () => {
  it.each([
    ['DIRECT', '“We sail at noon,” […] “whatever the wind.”', 'We sail at noon, […] whatever the wind.'],
    ['DIRECT', '‘We’ll sail “at noon” if it’s calm.’', 'We’ll sail “at noon” if it’s calm.'],
    ['DIRECT', 'We sail at noon', 'We sail at noon'],
    ['MIXED', 'the crew “sail at noon” and «not before», he said', 'sail at noon […] not before'],
    ['MIXED', 'they\'d "sail at noon" and „nie davor“', 'sail at noon […] nie davor'],
    ['MIXED', 'that they “sail at noon, whatever', 'sail at noon, whatever'],
    ['MIXED', 'the crew’s ‘at noon’ is late', ''],
    ['INDIRECT', 'they sail at noon', ''],
    ['AUTHOR', 'They never sail.', 'They never sail.'],
  ] as const)('gives of a %s report, %s, the words %s', (kind, text, quoted) => {
    expect(quotedText({ kind, text })).toBe(quoted)
    const parts = quotedRanges({ kind, text }).map(({ start, end }) => text.slice(start, end))
    expect(parts).toEqual(quoted === '' ? [] : quoted.split(' […] '))
  })
})

describe('fullestReport', () => {
  it('gives the report that quotes most words, however long it is', () => {
    const long = mixed(
      '1',
      'the harbour master, who has been there for forty years, said they “sail at noon”',
    )
    const short = direct('2', '“We sail at noon.”')
    const bracketed = direct('3', '“We (the crew of the ferry) sail.”')
    expect(fullestReport([long, bracketed, short])).toBe(short)
    expect(fullestReport([])).toBeUndefined()
  })

  it('gives the report that came first when several quote as many words', () => {
    const [first, second] = [direct('1', '“We sail at noon.”'), direct('2', '“We sail at ten.”')]
    expect(fullestReport([second, first])).toBe(first)
  })

  it('gives the canonical text, unless a person wrote one or nothing is quoted', () => {
    const reports = [mixed('1', 'they “sail”'), direct('2', '“We sail at noon.”')]
    expect(canonicalTextOf(null, reports)).toBe('We sail at noon.')
    expect(canonicalTextOf('We sail.', reports)).toBe('We sail.')
    expect(canonicalTextOf(null, [{ id: '1', kind: 'INDIRECT', text: 'they sail' }])).toBe('they sail')
    expect(canonicalTextOf(null, [])).toBe('')
  })
})
