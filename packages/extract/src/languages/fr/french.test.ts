import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.js'
import { saidIn } from '../../testing/said-in.js'

const said = saidIn(extract, 'fr')

describe('reading French direct speech', () => {
  it.each([
    ['« La jetée est sûre », a déclaré Ada Moss.', 'Ada Moss: « La jetée est sûre »'],
    ['« La jetée est sûre », explique Ada Moss, maire de Ruhn.', 'Ada Moss: « La jetée est sûre »'],
    [
      '« La jetée est sûre », a expliqué lundi la maire de Ruhn, Ada Moss.',
      'Ada Moss: « La jetée est sûre »',
    ],
    ['« La jetée est sûre », s’est félicité Ivo Hale.', 'Ivo Hale: « La jetée est sûre »'],
    ['"La jetée est sûre", a assuré le ministre Ivo Hale.', 'Ivo Hale: "La jetée est sûre"'],
    ['« Qui paie ? » a demandé Ivo Hale.', 'Ivo Hale: « Qui paie ? »'],
    ['« La jetée est sûre », selon Ivo Hale.', 'Ivo Hale: « La jetée est sûre »'],
    [
      '« La jetée est sûre », a assuré le porte-parole du port.',
      '(le porte-parole du port): « La jetée est sûre »',
    ],
    ['« La jetée », a dit Ada Moss, « est sûre. »', 'Ada Moss: « La jetée » | « est sûre. »'],
  ])('reads the verb after the words: %s', (text, expected) => expect(said(text)).toEqual([expected]))

  it.each([
    ['Ada Moss a déclaré : « La jetée est sûre. »', 'Ada Moss: « La jetée est sûre. »'],
    ['Lundi, Ada Moss a déclaré à la presse : « La jetée est sûre. »', 'Ada Moss: « La jetée est sûre. »'],
    ['Selon Ada Moss : « La jetée est sûre. »', 'Ada Moss: « La jetée est sûre. »'],
    ['Ada Moss, maire de Ruhn : « La jetée est sûre. »', 'Ada Moss: « La jetée est sûre. »'],
    ['Ada Moss : « La jetée est sûre. »', 'Ada Moss: « La jetée est sûre. »'],
    ['« La jetée est sûre. » — Ada Moss, maire de Ruhn', 'Ada Moss: « La jetée est sûre. »'],
  ])('reads a colon or a dash: %s', (text, expected) => expect(said(text)).toEqual([expected]))

  it('finds whom the pronoun behind the verb means', () => {
    expect(
      said('Béatrice Moss est venue.', '« Je suis là », a-t-elle dit. « Enfin », ajoute-t-elle.'),
    ).toEqual(['Béatrice Moss: « Je suis là »', 'Béatrice Moss: « Enfin »'])
    expect(said('Le maire Ivo Hale attend.', '« Nous partons », dit-il.')).toEqual([
      'Ivo Hale: « Nous partons »',
    ])
  })

  it('reads speech behind a dash, and no list', () => {
    expect(said('— Nous partons demain, a dit Ada Moss.')).toEqual(['Ada Moss: Nous partons demain'])
    expect(said('— Qui paie ? demanda Ivo Hale.')).toEqual(['Ivo Hale: Qui paie ?'])
    expect(said('— Reconstruire la jetée', '— Fermer le pont')).toEqual([])
  })

  it.each([
    'Il a parlé d’une « bonne journée » pour la ville.',
    'Le livre « Le Vieux Port », écrit par Ada Moss, est un succès.',
    'Ada Moss a déclaré que la jetée était sûre.',
    '« La jetée est sûre », ai-je répondu.',
    'La « jetée sûre » de Ada Moss reste fermée.',
  ])('finds nobody’s words in: %s', (text) => expect(said(text)).toEqual([]))
})

describe('reading a clause that ends in a quotation', () => {
  it.each([['Ada Moss a déclaré que le port « est sûr ».', 'Ada Moss: « est sûr »']])(
    'takes the quotation: %s',
    (text, expected) => expect(said(text)).toEqual([expected]),
  )

  it('takes nothing that was not said', () => {
    expect(said('Ada Moss n’a pas dit que le port « est sûr ».')).toEqual([])
  })
})
