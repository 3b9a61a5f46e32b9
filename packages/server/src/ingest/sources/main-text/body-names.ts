/** Names of classes and ids, without the signs between their words, of elements that hold an article. */
const BODY_NAMES = new RegExp(
  [
    '(?:article|story|post|entry|news|blog|single|artikel|beitrag|articolo|articulo|noticia|nota|materia|bericht)(?:main|full)?(?:body|content|text|copy|details?|inner|inhalt|texto|testo|tekst|contenido|conteudo|cuerpo|corpo|contenu|texte)(?:main|text|inner|wrap|wrapper)?$',
    '^(?:field(?:name)?body|bodycopy|bodytext|bodycontent|contentbody|maintext|fulltext|maincontent|contentmain|articletxt|shortcodecontent|mwcontenttext|itempage|nodecontent)$',
  ].join('|'),
)

/** Whether an element has a class or an id that says that it holds an article. */
export const hasBodyName = ({ class: names = '', id = '' }: Record<string, string>): boolean =>
  `${names} ${id}`.split(/\s+/).some((name) => BODY_NAMES.test(name.replace(/[^a-zA-Z]+/g, '').toLowerCase()))
