/** Names of classes and ids, without the signs between their words, of elements that hold an article. */
const BODY_NAMES =
  /(?:article|story|post|entry|news|blog|single)(?:main|full)?(?:body|content|text|copy|details?|inner)(?:main|text|inner|wrap|wrapper)?$|^(?:field(?:name)?body|bodycopy|bodytext|bodycontent|contentbody|maintext|fulltext|maincontent|contentmain|articletxt|shortcodecontent)$/

/** Whether an element has a class or an id that says that it holds an article. */
export const hasBodyName = ({ class: names = '', id = '' }: Record<string, string>): boolean =>
  `${names} ${id}`.split(/\s+/).some((name) => BODY_NAMES.test(name.replace(/[^a-zA-Z]+/g, '').toLowerCase()))
