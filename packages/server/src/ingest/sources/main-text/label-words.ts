/** Paragraphs that only say that an advert is here, or that the text goes on. */
const ADVERT =
  /^\W*(?:ad|advert|advertisements?|advertising|sponsored|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|annons|annonce|reklame|reklama|advertentie|реклама|(?:story|article) continues.{0,60}|continue reading.{0,60}|scroll (?:down )?to continue.{0,40}|read more|weiterlesen)\W*$/iu
/** Beginnings of links to other articles. */
const READ_MORE =
  /^\W*(?:read (?:more|also|next|this|our)|also read|see also|related|more(?: on| from| about)?\b|watch|listen|don['’]t miss|must read|trending|recommended|lesen sie|mehr (?:zum|dazu|lesen)|auch interessant|à lire|lire aussi|voir aussi|lee también|te puede interesar|leggi anche|leia (?:também|mais)|veja também|lees ook|läs (?:också|mer)|les også|læs også|читайте также|czytaj (?:też|także))/iu
/** Calls to do something other than read on. */
const CALL =
  /^\W*(?:sign up|subscribe|follow (?:us|@|\w+ on)|click (?:here|on)|download (?:our|the) |like (?:us|this)|join (?:us|our)|share (?:this|on)|get (?:the|our) .{0,40}newsletter|support .{0,30}journalism|this (?:article|story|post) (?:was |has been )?(?:originally|first) (?:appeared|published)|©|\(c\)|copyright|all rights reserved|(?:photo|image|picture|video|foto|bild|photograph)s?(?: (?:by|credit|courtesy))?\s*:|abonnieren sie|folgen sie|suivez|abonnez|síguenos|suscríbete|seguici|iscriviti)/iu
/** The credit at the end of a caption. */
const CREDIT =
  /[(|[](?:image|photo|picture|pic|foto|bild|credit|credits)s?\s*(?::|by|credit)[^)\]]*[)\]]?\W*$/iu

/** Whether a paragraph is a label of the page: an advert's, a link to another article, a call to subscribe, a caption. */
export function isLabel(text: string, linked: number): boolean {
  if (text.length > 300) return false
  if (ADVERT.test(text) || CREDIT.test(text)) return true
  if (linked > 0.3 * text.length && READ_MORE.test(text)) return true
  return text.length < 200 && CALL.test(text) && !/[“”"«»„]/.test(text)
}
