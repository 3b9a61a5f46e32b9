import { describe, expect, it } from 'vitest'

/**
 * Tests sentences in which nobody says anything, each with a twin in which somebody does.
 *
 * @param table one pair a line, "unsaid | said".
 * @param count how many statements a text has.
 */
export function testTwins(table: string, count: (text: string) => number): void {
  const pairs = table
    .trim()
    .split('\n')
    .map((line) => line.split(' | ') as [string, string])
  describe.each(pairs)('%s', (unsaid, said) => {
    it('tells of nothing that was said', () => expect(count(unsaid)).toBe(0))
    it(`has a twin that does: ${said}`, () => expect(count(said)).toBeGreaterThan(0))
  })
}
