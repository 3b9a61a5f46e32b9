import { describe, expect, it } from 'vitest'
import { officeHeld } from './office.js'

const day = (text: string | null) => (text === null ? null : new Date(text))
const office = (role: string, from: string | null, until: string | null) => ({
  role,
  fromEarliest: day(from),
  fromLatest: day(from),
  untilEarliest: day(until),
  untilLatest: day(until),
})
const said = (earliest: string | null, latest = earliest) => ({
  saidEarliest: day(earliest),
  saidLatest: day(latest),
})

const transport = office('transport', '2024-01-01', '2026-03-10')
const treasury = office('treasury', '2026-03-11', null)

describe('officeHeld', () => {
  it.each([
    ['2025-05-05', 'transport'],
    ['2026-03-10', 'transport'],
    ['2026-03-11', 'treasury'],
    ['2030-01-01', 'treasury'],
    ['2020-01-01', undefined],
  ])('on %s is %s', (date, role) => {
    expect(officeHeld([transport, treasury], said(date))?.role).toBe(role)
  })

  it('prefers what was certainly held, and needs a date', () => {
    const unknown = office('mayor', null, null)
    expect(officeHeld([unknown, transport], said('2025-01-01'))?.role).toBe('transport')
    expect(officeHeld([unknown], said('2025-01-01'))?.role).toBe('mayor')
    expect(officeHeld([unknown], said(null))).toBeNull()
    expect(
      officeHeld([transport, treasury], { saidEarliest: null, saidLatest: day('2026-02-01') })?.role,
    ).toBe('transport')
  })
})
