import { expect, it } from 'vitest'
import { extract } from '../extract.js'

const said = (text: string) =>
  extract(text).statements.map(
    ({ speaker, mention, segments }) =>
      `${speaker ?? `(${mention})`}: ${segments.map((span) => text.slice(span.start, span.end)).join(' | ')}`,
  )

it('takes the infinitive for a promise, up to the reporter’s next clause', () => {
  expect(said('Ada Moss vowed to rebuild the pier.')).toEqual(['Ada Moss: to rebuild the pier'])
  expect(said('Ada Moss vowed on Friday to rebuild the pier.')).toEqual(['Ada Moss: to rebuild the pier'])
  expect(said('The council agreed to mend the boats, and the town was glad.')).toEqual([
    '(The council): to mend the boats',
  ])
  expect(said('Ada Moss spoke to the fishermen, promising to open the harbour again.')).toEqual([
    'Ada Moss: to open the harbour again',
  ])
})

it('finds questions, too', () => {
  expect(said('Ivo Hale asked whether the pier was safe.')).toEqual(['Ivo Hale: whether the pier was safe'])
  expect(said('Ada Moss refused the money.')).toEqual([])
})

it('takes a fronted clause for a part of what was said, but no date', () => {
  expect(said('Though the storm was short, Ada Moss said, mending the pier would take years.')).toEqual([
    'Ada Moss: Though the storm was short | mending the pier would take years',
  ])
  expect(said('On Tuesday, Ada Moss said, the pier was safe.')).toEqual(['Ada Moss: the pier was safe'])
  expect(said('As Ada Moss has pointed out, the pier is older than the town.')).toEqual([
    'Ada Moss: the pier is older than the town',
  ])
})

it('leaves asides before “that” to the reporter', () => {
  expect(said('Ada Moss said at a stop in Ruhn, Osten, that the boats would come.')).toEqual([
    'Ada Moss: the boats would come',
  ])
  expect(said('Ada Moss cautioned, as did the harbour office, that the plan might change.')).toEqual([
    'Ada Moss: the plan might change',
  ])
})

it('ends the words behind a quotation that a comma closes', () => {
  expect(said('Ada Moss called the storm a “short one,” adding a few days to the work.')).toEqual([
    'Ada Moss: the storm a “short one,”',
  ])
})

it('gives what somebody wrote to its author', () => {
  expect(said('Ada Moss released a statement on Friday saying that the pier was safe.')).toEqual([
    'Ada Moss: the pier was safe',
  ])
})

it('gives what leads up to a main clause the subject of that clause', () => {
  expect(said('Despite admitting that the boat was old, Ada Moss bought it.')).toEqual([
    'Ada Moss: the boat was old',
  ])
})

it('reads nouns and prepositions that attribute', () => {
  expect(said('The town heeded a warning from Ada Moss that the pier was old.')).toEqual([
    'Ada Moss: the pier was old',
  ])
  expect(said('Nobody read the study, which notes that the pier leaks.')[0]).toMatch(/: the pier leaks$/)
  expect(said('The town doubts Ada Moss’s claim that the pier is safe.')).toEqual([
    'Ada Moss: the pier is safe',
  ])
  expect(said('The pier is safe, according to a report by the harbour office.')[0]).toMatch(
    /: The pier is safe$/,
  )
})

it('reads items of a list, and names with particles', () => {
  expect(said('The plan has two parts:\n\n• “It holds,” Gen. Ludwig van der Berg Jr. said.')).toEqual([
    'Ludwig van der Berg Jr.: “It holds,”',
  ])
})

it('reads an interview whose labels are no names elsewhere', () => {
  const turns = [
    'Gannet: Is it safe?',
    'Moss: It is.',
    'Gannet: Are you sure?',
    'Moss: I am.',
    'Gannet: Good.',
  ]
  expect(said(turns.join('\n\n'))).toEqual(turns)
})

it('takes what somebody is told to do for what was said', () => {
  expect(said('Ada Moss told her crew to mend the boats.')).toEqual(['Ada Moss: to mend the boats'])
  expect(said('Ada Moss told the mayor, a baker, never to sell the pier.')).toEqual([
    'Ada Moss: never to sell the pier',
  ])
  expect(said('Ada Moss told the story to the boys.')).toEqual([])
})

it('reads “as … said” before a main clause, however it opens', () => {
  expect(said('Yet, as Ada Moss told the council, the pier is older than the town.')).toEqual([
    'Ada Moss: the pier is older than the town',
  ])
  expect(
    said('As many bakers, including Ivo Hale, have pointed out, the pier is older than the town.')[0],
  ).toMatch(/: the pier is older than the town$/)
  expect(said('As Ada Moss put it in a letter to the council in May, the pier is “a wreck.”')).toEqual([
    'Ada Moss: the pier is “a wreck.”',
  ])
  expect(said('As Ada Moss said goodbye, the boats left the old harbour.')).toEqual([])
})

it('gives what a noun reports to its verb’s subject', () => {
  expect(said('Ada Moss has expressed deep concern that the pier would fall.')).toEqual([
    'Ada Moss: the pier would fall',
  ])
  expect(said('The council issued a warning that the pier would close.')).toEqual([
    '(The council): the pier would close',
  ])
  expect(said('Ada Moss could not give an assurance that the pier would open.')).toEqual([])
  expect(said('The fog gave the boats a shape that nobody knew.')).toEqual([])
})

it('passes over participles and nouns that look like reporting verbs', () => {
  expect(said('The boat, called the old wreck, will lie in the harbour until May.')).toEqual([])
  expect(said('Ten boats sank in May, compared with two in the year before.')).toEqual([])
  expect(said('Pier advocates have waited for years.')).toEqual([])
  expect(said('Ada Moss thanked the whole crew, called the storm a wreck.')).toEqual([
    'Ada Moss: the whole crew',
    'Ada Moss: the storm a wreck',
  ])
})

it('ends what somebody adds, praises or blames where the reporter tells what else was done', () => {
  expect(said('The council had added the old pier to the list.')).toEqual([])
  expect(said('The council added that the pier was on the list.')).toEqual([
    '(The council): the pier was on the list',
  ])
  expect(said('Ada Moss praised the crew of the boat but did not pay it.')).toEqual([
    'Ada Moss: the crew of the boat',
  ])
})

it('leaves out what only announces a quotation, and keeps what says it halfway', () => {
  expect(said('Ada Moss repeated a sentence that she likes: “The pier is safe.”')).toEqual([
    'Ada Moss: “The pier is safe.”',
  ])
  expect(said('Ada Moss announced the closure at a news conference: “The pier is old.”')).toEqual([
    'Ada Moss: “The pier is old.”',
  ])
  expect(said('Ada Moss said the town has one choice: “Leave or drown.”')).toEqual([
    'Ada Moss: the town has one choice: “Leave or drown.”',
  ])
})

it.each([
  'welcomed it',
  'welcomed the plan',
  'condemned them',
  'praised Ivo Hale and his crew',
  'dismissed criticism',
  'said it plainly',
])('ends an introduction at its colon: %s', (words) => {
  expect(said(`Ada Moss ${words}: “The pier is a fine thing.”`)).toEqual([
    'Ada Moss: “The pier is a fine thing.”',
  ])
})

it('leaves “but” before words and cue to the reporter, and inside the words to the speaker', () => {
  expect(said('But two boats had sunk, Ada Moss said.')).toEqual(['Ada Moss: two boats had sunk'])
  expect(said('However, two boats had sunk, according to Ada Moss.')).toEqual([
    'Ada Moss: two boats had sunk',
  ])
  expect(said('“But two boats had sunk,” Ada Moss said.')).toEqual(['Ada Moss: “But two boats had sunk,”'])
  expect(said('Ada Moss said: “But two boats had sunk.”')).toEqual(['Ada Moss: “But two boats had sunk.”'])
})

it('leaves whoever is told out of the words, however long the name', () => {
  expect(said('Ada Moss told Harbour Radio host Ivo Hale on Thursday how glad she was.')).toEqual([
    'Ada Moss: how glad she was',
  ])
  expect(said('Ada Moss told the Gazette’s weekly programme it was clear that the pier was old.')).toEqual([
    'Ada Moss: it was clear that the pier was old',
  ])
  expect(said('Ada Moss told Ivo Hale she was glad.')).toEqual(['Ada Moss: she was glad'])
})

it('leaves whoever is warned out of the words', () => {
  expect(said('Ada Moss warned the town that the pier would fall.')).toEqual([
    'Ada Moss: the pier would fall',
  ])
  expect(said('Ada Moss noted reports that the pier would fall.')[0]).toMatch(/: reports that/)
})

it('ends the words at “and” before somebody else who speaks', () => {
  expect(
    said('Ada Moss said the pier was old and Ivo Hale accused the council of sleeping for years.'),
  ).toEqual(['Ada Moss: the pier was old', 'Ivo Hale: the council of sleeping for years'])
  expect(said('Ada Moss said the pier was old and Ivo Hale had a plan.')).toEqual([
    'Ada Moss: the pier was old and Ivo Hale had a plan',
  ])
})

it('takes a participle at the head of a sentence for nobody', () => {
  expect(said('Shaken by the storm, Ada Moss mended the pier, promising to open it in May.')).toEqual([
    'Ada Moss: to open it in May',
  ])
})

it('takes the opening of the sentence for a part of the words, but for a day or a place where it was said', () => {
  expect(said('Instead, Ada Moss said, the pier would stay closed.')).toEqual([
    'Ada Moss: Instead | the pier would stay closed',
  ])
  expect(said('In other words, Ada Moss said, “the harbour is lost.”')).toEqual([
    'Ada Moss: In other words | “the harbour is lost.”',
  ])
  expect(said('This pier, Ada Moss said, is different.')).toEqual(['Ada Moss: This pier | is different'])
  expect(said('On Monday, Ada Moss said, “the harbour is lost.”')).toEqual([
    'Ada Moss: “the harbour is lost.”',
  ])
  expect(said('In an interview, Ada Moss said, “the harbour is lost.”')).toEqual([
    'Ada Moss: “the harbour is lost.”',
  ])
})

it('begins a question behind whoever is asked', () => {
  expect(said('Ivo Hale asked Mayor Ada Moss whether the pier was safe.')).toEqual([
    'Ivo Hale: whether the pier was safe',
  ])
  expect(said('Ivo Hale asked the fishermen how long they would wait.')).toEqual([
    'Ivo Hale: how long they would wait',
  ])
})

it('leaves how and when it was said to the reporter', () => {
  expect(said('Ada Moss argued insistently that the pier was safe.')).toEqual(['Ada Moss: the pier was safe'])
  expect(said('Ada Moss said on Saturday evening that the pier was safe.')).toEqual([
    'Ada Moss: the pier was safe',
  ])
  expect(said('Ada Moss said last quarter that the pier was safe.')).toEqual(['Ada Moss: the pier was safe'])
})

it('takes the clause behind the speaker’s own noun: “repeated her claim that”', () => {
  expect(said('Ada Moss repeated her old claim that the pier was safe.')).toEqual([
    'Ada Moss: the pier was safe',
  ])
  expect(said('Ada Moss said they all share the belief that the pier was safe.')).toEqual([
    'Ada Moss: they all share the belief that the pier was safe',
  ])
})

it('leaves what tells who a source is out of the words', () => {
  expect(said('According to Ada Moss, another baker from Ruhn, the pier was safe.')).toEqual([
    'Ada Moss: the pier was safe',
  ])
  expect(said('According to Ada Moss, a storm is coming, and the pier is old.')).toEqual([
    'Ada Moss: a storm is coming, and the pier is old',
  ])
})

it('finds the speaker behind the verb, whoever stands before its comma', () => {
  expect(said('The town should build “a bridge” to Mr. Hale, said Ada Moss, a baker.')).toEqual([
    'Ada Moss: The town should build “a bridge” to Mr. Hale',
  ])
})

it('takes no place, no title and no name of a thing for words', () => {
  expect(said('“The pier is safe,” Ada Moss said at a rally in Ruhn, Osten, last month.')).toEqual([
    'Ada Moss: “The pier is safe,”',
  ])
  expect(said('On the show “Ruhn Today” on Tuesday, Ada Moss said the pier was safe.')).toEqual([
    'Ada Moss: the pier was safe',
  ])
  expect(said('The town saw a play called “The Long Weir” on Monday.')).toEqual([])
  expect(said('Ada Moss wrote a long, angry letter to the council.')).toEqual([])
  expect(said('Ada Moss claimed the land behind the harbour.')).toEqual([])
  expect(said('Ivo Hale has a lead of nine in pledged votes from the town.')).toEqual([])
})

it('gives a participle to the subject of its sentence', () => {
  expect(said('The baker, a widow, walked off the pier, saying that the storm was near.')).toEqual([
    '(The baker): the storm was near',
  ])
})

it('finds a quotation behind what the speaker does meanwhile', () => {
  expect(said('Ada Moss said as she left the pier in Ruhn, “We will mend it soon.”')).toEqual([
    'Ada Moss: “We will mend it soon.”',
  ])
  expect(said('Ada Moss said nothing as she left the pier.')).toEqual([])
  expect(said('Ada Moss said little about the pier.')).toEqual([])
  expect(said('Ada Moss said nothing had changed on the pier.')).toEqual([
    'Ada Moss: nothing had changed on the pier',
  ])
})

it('leaves the matter of a whole quotation to the reporter', () => {
  expect(said('As for the old pier, “We will mend it soon,” Ada Moss said.')).toEqual([
    'Ada Moss: “We will mend it soon,”',
  ])
})

it('takes a share of some people for a subject', () => {
  expect(said('In Ruhn, about half of the voters say they want a pier.')).toEqual([
    '(about half of the voters): they want a pier',
  ])
})
