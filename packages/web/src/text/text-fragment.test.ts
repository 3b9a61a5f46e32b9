import { expect, it } from 'vitest'
import { withTextFragment } from './text-fragment.js'

it.each([
  [
    '“We sail, at noon - perhaps”',
    'https://a.example/1#:~:text=%E2%80%9CWe%20sail%2C%20at%20noon%20%2D%20perhaps%E2%80%9D',
  ],
  ['R&D', 'https://a.example/1#:~:text=R%26D'],
  [
    `${'one two three four five six '.repeat(9)}end of it all right now`,
    'https://a.example/1#:~:text=one%20two%20three%20four%20five%20six,end%20of%20it%20all%20right%20now',
  ],
  ['\ud800', 'https://a.example/1#:~:text=%EF%BF%BD'],
])('lands on the words: %j', (exact, address) => {
  expect(withTextFragment('https://a.example/1', exact)).toBe(address)
})

it('keeps the fragment that an address has', () => {
  expect(withTextFragment('https://a.example/#s2', 'noon')).toBe('https://a.example/#s2:~:text=noon')
})
