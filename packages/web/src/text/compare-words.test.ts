import { expect, it } from 'vitest'
import { verdictOn } from '../components/comparison.js'
import { type Compared, compareWords } from './compare-words.js'

const short = ({ fate, record, quotation, marked }: Compared) =>
  fate === 'kept' ? quotation : `${fate}${marked ? '!' : ''}(${record}|${quotation})`
const compared = (record: string, quotation: string) => compareWords(record, quotation).map(short).join(' ')

it.each([
  ['“We sail at noon,”', 'We sail at noon', 'We sail at noon'],
  ['“We sail at noon,”', 'we sail, at NOON!', 'we sail, at NOON!'],
  ['we rammed each other here', 'we hit each other here', 'we altered(rammed|hit) each other here'],
  ['we rammed each other here', 'we [hit] each other here', 'we altered!(rammed|[hit]) each other here'],
  [
    'no island should ever be cut off',
    'no island should be cut off',
    'no island should left out(ever|) be cut off',
  ],
  [
    'no island should ever be cut off',
    'no island should … be cut off',
    'no island should left out!(ever|) be cut off',
  ],
  [
    'no island should ever be cut off',
    'no island should ever …',
    'no island should ever left out!(be cut off|)',
  ],
  [
    'no island should be cut off',
    'no island should (ever) be cut off',
    'no island should added!(|(ever)) be cut off',
  ],
  [
    'no island should be cut off',
    'no island should ever be cut off',
    'no island should added(|ever) be cut off',
  ],
  ['(T)hese are the rules', 'these are the rules', 'these are the rules'],
  [
    'the teeth (that) its authors forgot',
    'the teeth its authors forgot',
    'the teeth left out!((that)|) its authors forgot',
  ],
  ['Café Müller said so', 'Cafe Mueller said so', 'Cafe altered(Müller|Mueller) said so'],
  ['it’s waterproof', "it's waterproof", "it's waterproof"],
  ['', 'anything', 'added(|anything)'],
])('compares %j with %j', (record, quotation, result) => {
  expect(compared(record, quotation)).toBe(result)
})

it.each([
  ['we sail', 'we sail', 'Word for word.'],
  ['we all sail', 'we … sail', 'The same words; each change is marked.'],
  ['we rammed you', 'we hit and hurt you', 'Not the same words: 1 word altered.'],
  [
    'we do not sail today',
    'we do sail [this day]',
    'Not the same words: 1 word left out; other changes are marked.',
  ],
])('says how %j became %j', (record, quotation, verdict) => {
  expect(verdictOn(compareWords(record, quotation))).toBe(verdict)
})
