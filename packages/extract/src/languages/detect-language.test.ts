import { describe, expect, it } from 'vitest'
import { detectLanguage, extract } from '../extract.js'

describe('telling a language from the text', () => {
  it.each([
    ['en', 'The council voted on Tuesday to close the bridge.'],
    ['en', '“It leaks,” Ada Moss said.'],
    ['de', 'Der Stadtrat stimmte am Dienstag für die Sperrung der Brücke.'],
    ['de', 'Die Lage sei ernst, sagte Moss.'],
    ['fr', 'Le conseil a voté mardi la fermeture du pont.'],
    ['es', '«Vamos a reconstruir el muelle», dijo la alcaldesa.'],
    ['it', '«Ricostruiremo il molo», ha detto la sindaca.'],
    ['pt', '“Vamos reconstruir o cais”, disse a presidente da câmara.'],
    ['nl', 'De veerboot vaart volgende week weer, zei de exploitant.'],
    ['pl', '„Odbudujemy molo” – powiedziała burmistrzyni.'],
    ['ru', 'Совет проголосовал во вторник за закрытие моста.'],
  ])('tells %s: %s', (language, text) => expect(detectLanguage(text)).toBe(language))

  it('takes what the page says for evidence that the text outweighs', () => {
    const german = 'Der Stadtrat stimmte am Dienstag für die Sperrung der alten Brücke am Hafen.'
    expect(detectLanguage(german, 'en')).toBe('de')
    expect(detectLanguage(german, 'de-AT')).toBe('de-AT')
    expect(detectLanguage('The council voted on Tuesday to close the bridge.', 'de')).toBe('en')
  })

  it('keeps what the page says of a text without words', () => {
    expect(detectLanguage('2021', 'fr')).toBe('fr')
    expect(detectLanguage('2021')).toBe(null)
    expect(detectLanguage('')).toBe(null)
  })

  it('looks at the sentences, not at names or the menu', () => {
    const menu = ['Home', 'News', 'Sports', 'Contact us', 'About', 'Sign in'].join('\n\n')
    const story = [
      'La maire de Ruhn a annoncé mardi que le port resterait fermé pendant deux semaines, le temps de réparer la jetée.',
      'Les pêcheurs, qui attendaient cette décision depuis des mois, se disent inquiets pour la saison qui commence.',
      'Le conseil se réunira jeudi pour décider de la suite des travaux, dont le coût dépasse déjà toutes les prévisions.',
      'Aucune date n’a été donnée pour la réouverture, et les habitants de l’île devront encore prendre patience.',
    ].join('\n\n')
    expect(detectLanguage(`${menu}\n\n${story}`, 'en')).toBe('fr')
    expect(detectLanguage('“It was fine,” Giovanni Rossi said to Carmela Bianchi and Paolo Verdi.')).toBe(
      'en',
    )
  })
})

describe('reading a text in its own language', () => {
  it.each([
    ['Ada Moss said the pier was safe.', 'en', 'ALL_SPEECH'],
    ['„Der Pier ist sicher“, sagte Ada Moss.', 'de', 'ALL_SPEECH'],
    ['« La jetée est sûre », a dit Ada Moss.', 'fr', 'DIRECT_SPEECH'],
    ['«El muelle es seguro», dijo Ada Moss.', 'es', 'DIRECT_SPEECH'],
    ['Ada Moss: «Il molo è sicuro e siamo tutti contenti.»', 'it', 'MARKED_SPEECH'],
  ])('reads: %s', (text, language, coverage) => {
    const found = extract(text)
    expect(found).toMatchObject({ language, coverage })
    expect(found.statements).toMatchObject([{ speaker: 'Ada Moss' }])
  })

  it('takes the language that is given for the truth', () => {
    const text = 'Ada Moss said the pier was safe.'
    expect(extract(text, { language: 'fr' })).toMatchObject({ coverage: 'DIRECT_SPEECH', statements: [] })
    expect(extract(text, { language: 'en-GB' })).toMatchObject({ language: 'en-GB', statements: [{}] })
  })

  it('gives a text no topics by words of another language', () => {
    expect(extract('Der Tax war ein Hit, und der Ferry Service fuhr am Montag nicht.').topics).toEqual([])
    expect(extract('Il tax non è un problema per la città, dice la gente del porto.').topics).toEqual([])
  })
})
