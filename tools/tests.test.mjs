import { expect, it } from 'vitest'
import { vitestCount } from './tests.mjs'

const file = (/** @type {string} */ status, /** @type {number} */ tests) => ({
  status,
  assertionResults: Array(tests).fill({}),
})

it.each([
  ['all passed', { numPassedTests: 4, numFailedTests: 0, testResults: [file('passed', 4)] }, 0, 4, 0],
  ['some failed', { numPassedTests: 4, numFailedTests: 2, testResults: [file('failed', 6)] }, 1, 4, 2],
  [
    'a file did not load',
    { numPassedTests: 4, numFailedTests: 0, testResults: [file('failed', 0)] },
    1,
    4,
    1,
  ],
  [
    'only the coverage fell short',
    { numPassedTests: 4, numFailedTests: 0, testResults: [file('passed', 4)] },
    1,
    4,
    1,
  ],
  ['vitest crashed', null, 139, 0, 1],
  ['vitest wrote nothing', null, 0, 0, 1],
])('counts a run in which %s', (_, report, code, passed, failed) => {
  expect(vitestCount(report, code)).toEqual({ passed, failed })
})
